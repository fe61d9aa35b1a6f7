import type { AlignmentModel } from './alignment-model.ts'
import vietnameseThai from './models/vi-th.json' with { type: 'json' }

/** A model that comes with the program. */
export interface ShippedModel extends AlignmentModel {
  /** The open sets that it was learnt from, and their licences. */
  readonly source: string
  readonly licence: string
}

export const shippedModels: readonly ShippedModel[] = [vietnameseThai]

/** The shipped model for a pair of languages, by the first subtags of their BCP 47 tags; null for a pair that has none. */
export function defaultModel(from: string, to: string): ShippedModel | null {
  const [source, target] = [primary(from), primary(to)]
  return shippedModels.find((model) => model.from === source && model.to === target) ?? null
}

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''
