import busboy from 'busboy'
import express, { type Request, type RequestHandler } from 'express'
import { Invalid, type Problem } from '../../domain/errors.ts'
import type { BodySize, UploadedFile } from '../action.ts'

const megabyte = 1024 * 1024

/** Limits by kind of body: a form field holds a segment; a long form an article, line by line, or a glossary. */
const limits: Readonly<Record<Exclude<BodySize, 'upload'>, string>> = { form: '512kb', 'long-form': '12mb' }
const uploadLimits = {
  fieldSize: 12 * megabyte,
  fileSize: 10 * megabyte,
  files: 4,
  fields: 100,
  parts: 104,
  headerPairs: 50,
}

declare module 'express-serve-static-core' {
  interface Request {
    files?: readonly UploadedFile[]
    /** Why the body was not read to its end; `body` holds what came before. */
    bodyProblems?: readonly Problem[]
  }
}

/** Reads the body that an action declares, and nothing larger. Must run before the CSRF check, which looks into it. */
export function readBody(size: BodySize): RequestHandler {
  if (size !== 'upload')
    return express.urlencoded({ extended: false, limit: limits[size], parameterLimit: 100_000 })
  const asForm = express.urlencoded({ extended: false, limit: limits['long-form'] })
  return (request, response, next) => {
    if (!request.is('multipart/form-data')) return asForm(request, response, next)
    readMultipart(request).then(({ fields, files, problems }) => {
      request.body = fields
      request.files = files
      request.bodyProblems = problems
      next()
    }, next)
  }
}

interface Multipart {
  readonly fields: Record<string, unknown>
  readonly files: readonly UploadedFile[]
  readonly problems: readonly Problem[]
}

function readMultipart(request: Request): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>
    const files: UploadedFile[] = []
    const refuse = (field: string, key: string) => {
      request.unpipe(parser)
      request.resume()
      resolve({ fields, files, problems: [{ field, key }] })
    }
    const parser = parserFor(request)
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated) return refuse(name, 'paste-too-large')
      const before = fields[name]
      fields[name] =
        before === undefined
          ? value
          : Array.isArray(before)
            ? [...(before as unknown[]), value]
            : [before, value]
    })
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => refuse(field, 'file-too-large'))
      stream.on('error', reject)
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        if (info.filename || bytes.length > 0)
          files.push({ field, name: info.filename ?? '', type: info.mimeType, bytes })
      })
    })
    for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      parser.on(event, () => refuse('files', 'too-many-parts'))
    parser.on('error', () => refuse('files', 'broken-upload'))
    parser.on('close', () => resolve({ fields, files, problems: [] }))
    request.on('aborted', () => reject(brokenUpload()))
    request.pipe(parser)
  })
}

function parserFor({ headers }: Request): busboy.Busboy {
  try {
    // Without defParamCharset busboy reads file names as Latin-1, and Thai names become noise.
    return busboy({ headers, limits: uploadLimits, defParamCharset: 'utf8' })
  } catch {
    // The head does not say where a part ends.
    throw brokenUpload()
  }
}

const brokenUpload = () => new Invalid([{ field: 'files', key: 'broken-upload' }])
