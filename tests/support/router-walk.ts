import type { Express } from 'express'

export interface WalkedRoute {
  readonly method: string
  readonly path: string
}

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method: string }[] }
  readonly handle: { readonly stack?: readonly Layer[] }
}

/** Every route that an application really answers, in routers inside routers too. */
export function routesOf(app: Express): WalkedRoute[] {
  const walk = (layers: readonly Layer[]): WalkedRoute[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return walk(handle.stack ?? [])
      const methods = new Set(route.stack.map(({ method }) => method))
      return [...methods].map((method) => ({ method, path: route.path }))
    })
  return walk((app.router as unknown as { stack: readonly Layer[] }).stack)
}
