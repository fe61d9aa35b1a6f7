import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Conflict, Refused } from '../../src/domain/errors.ts'
import type { Segment } from '../../src/domain/segment.ts'
import { resegmentDraft, type Recut } from '../../src/workflows/resegment-draft.ts'
import { undoResegmentation } from '../../src/workflows/undo-resegmentation.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const letters = ['a', 'b', 'c', 'd', 'e', 'f']
const text = (letter: string, language: string) => [1, 2, 3].map((n) => `${language}${letter}${n}`).join(' ')

async function newDraft(): Promise<number> {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Tựa', target: 'ชื่อ' },
    paragraphs: [letters.map((letter) => ({ source: text(letter, 'v'), target: text(letter, 't') }))],
  })
  return draftId
}

type Step = readonly ['merge' | 'split' | 'left' | 'right' | 'undo', number]
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('merge', 'split', 'left', 'right', 'undo'),
  fc.nat({ max: 30 }),
)

function recutOf([kind]: Step, segment: Segment): Recut {
  const segmentId = segment.id
  if (kind === 'merge') return { kind, segmentId }
  if (kind === 'split') return { kind, segmentId, basedOn: segment.revision.id, sourceAt: 3, targetAt: 3 }
  return { kind: 'move-break', segmentId, direction: kind === 'left' ? 'left' : 'right' }
}

const whole = (segments: readonly Segment[]) => ({
  source: segments.map(({ sourceText, sourceAfter }) => sourceText + sourceAfter).join(''),
  target: segments.map(({ revision, targetAfter }) => revision.text + targetAfter).join(''),
})

const unlessRefused = (error: unknown) => {
  if (!(error instanceof Refused || error instanceof Conflict)) throw error
}

test('whatever is recut and put back, in whatever order, the draft reads the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const draftId = await newDraft()
      const { storage } = desk.workbench
      const before = whole(await storage.segments.list(draftId))
      const done: number[] = []
      for (const [kind, pick] of steps) {
        const segments = await storage.segments.list(draftId)
        const segment = segments[pick % segments.length]
        const recut = done[pick % done.length]
        if (kind === 'undo' && recut !== undefined)
          await undoResegmentation(desk.workbench, desk.people.translator, recut).catch(unlessRefused)
        else if (kind !== 'undo' && segment)
          await resegmentDraft(
            desk.workbench,
            desk.people.translator,
            draftId,
            recutOf([kind, pick], segment),
          ).then(({ resegmentationId }) => done.push(resegmentationId), unlessRefused)
        expect(whole(await storage.segments.list(draftId))).toEqual(before)
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)
