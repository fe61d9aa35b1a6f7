import {
  compileGlossary,
  editGlossary,
  reviveGlossary,
  type Glossary,
  type GlossaryEntry,
  type PortableGlossary,
} from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Concept } from '../domain/concept.ts'
import type { Repositories } from '../storage/storage.ts'

/** A glossary ready for one pair of languages, and the number of the change that it stands at. */
export interface GlossaryInForce {
  readonly change: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly compiled: Glossary
}

/** A compiled whole, and what has been laid over it since. */
interface Kept extends GlossaryInForce {
  /** The change at which the whole was compiled. */
  readonly compiledAt: number
  readonly whole: Glossary
}

export interface CompileTask {
  /** Arrays of glossary entries as JSON. */
  readonly pieces: readonly string[]
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

export interface GlossaryParts {
  readonly storage: Pick<Repositories, 'glossary'>
  /** Compiles in another thread. */
  readonly compile: (task: CompileTask) => Promise<PortableGlossary>
  readonly onFailure: (error: unknown) => void
}

/** So few concepts are compiled sooner than another thread is asked. */
const fewConcepts = 300
/** So many changed concepts are laid over a compiled glossary; with more, it is compiled anew first. */
const mostEdits = 500
/** From so many on, the whole is compiled anew while the overlay serves. */
const manyEdits = 100

/**
 * Keeps the glossary compiled for each pair of languages. What a person changes is laid over it at once; a whole is compiled in another
 * thread, and takes the old one's place when it is finished. Until then the old one serves, and its number says which it is.
 */
export function createGlossaries({ storage, compile, onFailure }: GlossaryParts) {
  const kept = new Map<string, Kept>()
  const compiling = new Map<string, Promise<Kept>>()

  const compileWhole = (tx: Pick<Repositories, 'glossary'>, pair: Pair): Promise<Kept> => {
    const key = keyOf(pair)
    const running = compiling.get(key)
    if (running) return running
    const started = readAndCompile(tx, pair, compile)
      .then((made) => {
        kept.set(key, made)
        return made
      })
      .finally(() => compiling.delete(key))
    compiling.set(key, started)
    return started
  }

  return async (
    tx: Pick<Repositories, 'glossary'>,
    sourceLanguage: string,
    targetLanguage: string,
  ): Promise<GlossaryInForce> => {
    const pair = { sourceLanguage, targetLanguage }
    const key = keyOf(pair)
    const change = await tx.glossary.latestChange()
    const known = kept.get(key)
    // A number that went back was taken back with its transaction.
    if (!known || change < known.change) return compileWhole(tx, pair)
    if (known.change === change) return known
    const edited = await tx.glossary.changedSince(known.compiledAt, mostEdits + 1)
    // A whole may have been finished meanwhile, and is not to be lost again.
    const isNewest = () => kept.get(key) === known
    if (edited.length > manyEdits && isNewest()) compileWhole(storage, pair).catch(onFailure)
    if (edited.length > mostEdits) return known
    const laid = layOver(known, change, edited, await tx.glossary.list(edited))
    if (isNewest()) kept.set(key, laid)
    return laid
  }
}

type Pair = Pick<GlossaryInForce, 'sourceLanguage' | 'targetLanguage'>

const keyOf = ({ sourceLanguage, targetLanguage }: Pair) => `${sourceLanguage} ${targetLanguage}`

/** What is read may be newer than the change that it is filed under, never older; an overlay lays the difference over it again. */
async function readAndCompile(
  { glossary }: Pick<Repositories, 'glossary'>,
  pair: Pair,
  compile: GlossaryParts['compile'],
): Promise<Kept> {
  const change = await glossary.latestChange()
  const [source, target] = [languageFor(pair.sourceLanguage), languageFor(pair.targetLanguage)]
  const isSmall = (await glossary.activeCount()) <= fewConcepts
  const whole = isSmall
    ? compileGlossary((await glossary.active()).map(toEntry), source, target)
    : reviveGlossary(await compile({ ...pair, pieces: await glossary.activeInPieces() }), source, target)
  return { ...pair, change, compiledAt: change, compiled: whole, whole }
}

const layOver = (known: Kept, change: number, edited: readonly number[], now: readonly Concept[]): Kept => ({
  ...known,
  change,
  compiled: editGlossary(known.whole, {
    removedConceptIds: edited.map(String),
    entries: now.filter(({ deprecated }) => !deprecated).map(toEntry),
  }),
})

const toEntry = ({ id, subject, terms }: Concept): GlossaryEntry => ({
  conceptId: String(id),
  subject,
  terms,
})
