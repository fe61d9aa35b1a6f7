import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Logger } from 'pino'

/** One line a request: method, path without its query, status, time, request id. Never a body, a header or a text. */
export const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    autoLogging: { ignore: (request) => /^\/(assets\/|healthz|readyz)/.test(request.url) },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.replace(/\?.*$/, ''),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  })

export const requestId = (request: Request): string => {
  const { id } = request as { id?: unknown }
  return typeof id === 'string' ? id : ''
}
