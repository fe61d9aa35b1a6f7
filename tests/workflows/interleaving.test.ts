import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { Actor } from '../../src/domain/people.ts'
import type { Segment } from '../../src/domain/segment.ts'
import { graphemes } from '../../src/engine/text/graphemes.ts'
import { applyChangeSet, type Place } from '../../src/workflows/apply-change-set.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { undoChangeSet } from '../../src/workflows/undo-change-set.ts'
import { undoResegmentation } from '../../src/workflows/undo-resegmentation.ts'
import { undoRevision } from '../../src/workflows/undo-revision.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'
import { replayDraft } from '../support/replay-draft.ts'

let desk: Desk
beforeAll(async () => {
  // Each moment is another: what was made together has one time, and nothing else has it.
  let moment = Date.parse('2026-03-01T08:00:00Z')
  desk = await startDesk({ clock: () => new Date((moment += 1000)) })
})

/** What somebody does; numbers choose among what there is. */
type Step =
  | { readonly kind: 'write'; readonly at: number; readonly text: string; readonly confirm: boolean }
  | { readonly kind: 'merge' | 'left' | 'right'; readonly at: number }
  | { readonly kind: 'split'; readonly at: number; readonly source: number; readonly target: number }
  | { readonly kind: 'replace'; readonly from: number; readonly to: string }
  | { readonly kind: 'undo'; readonly what: 'revision' | 'cut' | 'change set'; readonly at: number }
  | { readonly kind: 'look' }

const word = fc.constantFrom('ข้าว', 'น้ำ', 'ดี', ' ', '  ', '\n', '12', 'ก็', '้', '👩‍🌾', 'é', 'a', '')
const text = fc.array(word, { maxLength: 7 }).map((words) => words.join(''))
const number = fc.nat(1000)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('write' as const), at: number, text, confirm: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('merge' as const, 'left' as const, 'right' as const),
      at: number,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('split' as const), at: number, source: number, target: number }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('replace' as const), from: number, to: word }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('undo' as const),
      what: fc.constantFrom('revision' as const, 'cut' as const, 'change set' as const),
      at: number,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'look' as const }) },
)
const turn = fc.record({ who: fc.constantFrom(0, 1), step, atOnce: fc.boolean() })

/** What a command that was acknowledged must have done to the texts, told by nothing but what was asked. */
type Effect = (texts: Map<number, string>) => Map<number, string>

class Somebody {
  readonly actor: Actor
  /** The draft as they last looked at it. */
  seen: readonly Segment[] = []
  constructor(actor: Actor) {
    this.actor = actor
  }
}

/** Everything that was acknowledged in one story. */
class Story {
  readonly draftId: number
  readonly cuts: number[] = []
  readonly changeSets: { id: number; before: Map<number, string>; after: Map<number, string> }[] = []
  readonly revisions: { id: number; by: number; segmentId: number; before: string; text: string }[] = []
  constructor(draftId: number) {
    this.draftId = draftId
  }
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(1, items.length)]
const boundary = (value: string, at: number) => pick([0, ...graphemes(value).map(({ end }) => end)], at) ?? 0
const keep: Effect = (texts) => texts

async function take(story: Story, somebody: Somebody, step: Step): Promise<Effect | null> {
  const { workbench } = desk
  const { actor, seen } = somebody
  const { draftId } = story
  switch (step.kind) {
    case 'look':
      somebody.seen = await workbench.storage.segments.list(draftId)
      return keep
    case 'write': {
      const segment = pick(seen, step.at)
      if (!segment) return null
      const { id: segmentId, revision } = segment
      const answer = await reviseSegment(workbench, actor, {
        segmentId,
        text: step.text,
        basedOn: revision.id,
        operationId: randomUUID(),
        confirm: step.confirm,
      })
      // Written over what was seen, or already the same as what stands.
      if (answer.revisionId > revision.id)
        story.revisions.push({
          id: answer.revisionId,
          by: actor.id,
          segmentId,
          before: revision.text,
          text: step.text,
        })
      return (texts) => new Map(texts).set(segmentId, step.text)
    }
    case 'merge':
    case 'left':
    case 'right':
    case 'split': {
      const segment = pick(seen, step.at)
      if (!segment) return null
      const segmentId = segment.id
      const { resegmentationId } = await resegmentDraft(
        workbench,
        actor,
        draftId,
        step.kind === 'merge'
          ? { kind: 'merge', segmentId }
          : step.kind === 'split'
            ? {
                kind: 'split',
                segmentId,
                basedOn: segment.revision.id,
                sourceAt: boundary(segment.sourceText, step.source),
                targetAt: boundary(segment.revision.text, step.target),
              }
            : { kind: 'move-break', segmentId, direction: step.kind },
      )
      story.cuts.push(resegmentationId)
      return keep
    }
    case 'replace': {
      const places = seen.flatMap(({ id, revision }): Place[] => {
        const found = pick(graphemes(revision.text), step.from)
        return found ? [{ segmentId: id, revisionId: revision.id, ...found, replacement: step.to }] : []
      })
      const { changeSetId, skipped } = await applyChangeSet(workbench, actor, {
        draftId,
        reason: 'ทดสอบ',
        places,
      })
      if (changeSetId === null) return keep
      const due = places.filter((place) => !skipped.includes(place))
      const was = new Map(seen.map(({ id, revision }) => [id, revision.text]))
      const after = new Map(
        due.map(({ segmentId, start, end, replacement }) => {
          const whole = was.get(segmentId) ?? ''
          return [segmentId, whole.slice(0, start) + replacement + whole.slice(end)]
        }),
      )
      story.changeSets.push({ id: changeSetId, before: was, after })
      return (texts) => new Map([...texts, ...after])
    }
    case 'undo':
      return takeBack(story, actor, step)
  }
}

async function takeBack(
  story: Story,
  actor: Actor,
  { what, at }: Extract<Step, { kind: 'undo' }>,
): Promise<Effect | null> {
  const { workbench } = desk
  if (what === 'cut') {
    const id = pick(story.cuts, at)
    if (id !== undefined) await undoResegmentation(workbench, actor, id)
    return keep
  }
  if (what === 'change set') {
    const set = pick(story.changeSets, at)
    if (!set) return null
    const { undone } = await undoChangeSet(workbench, actor, set.id)
    // Whatever was written in or cut away since stays as it is; which the others are, the record tells.
    const written = await workbench.storage
      .reader('segment_revisions as r')
      .join('change_sets as c', 'c.id', 'r.change_set_id')
      .where('c.undoes', set.id)
      .pluck<number[]>('r.segment_id')
    expect(written).toHaveLength(undone)
    return (texts) => new Map([...texts, ...written.map((id) => [id, set.before.get(id) ?? ''] as const)])
  }
  const own = pick(
    story.revisions.filter(({ by }) => by === actor.id),
    at,
  )
  if (!own) return null
  const { revision } = await undoRevision(workbench, actor, own.id)
  story.revisions.push({ ...own, id: revision.id, before: own.text, text: own.before })
  return (texts) => new Map(texts).set(own.segmentId, own.before)
}

/** Null when the desk refused it, which it may: then nothing has changed. Any other failure is one. */
const attempt = (story: Story, somebody: Somebody, step: Step) =>
  take(story, somebody, step).catch((error: unknown) => {
    if (error instanceof DomainError) return null
    throw error
  })

const joined = (segments: readonly Segment[], side: 'source' | 'target') =>
  segments
    .map((one) =>
      side === 'source' ? one.sourceText + one.sourceAfter : one.revision.text + one.targetAfter,
    )
    .join('')

/** The whole target, were these the texts of its segments. */
const wholeOf = (segments: readonly Segment[], texts: ReadonlyMap<number, string>) =>
  segments.map(({ id, targetAfter }) => (texts.get(id) ?? '') + targetAfter).join('')

test('two people writing, cutting, replacing and undoing, in any order and at once, lose and invent no character; and the events tell it all', async () => {
  const { storage } = desk.workbench
  const { translator, secondTranslator } = desk.people
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 10, maxLength: 30 }), async (turns) => {
      const { draftId } = await makeDraft(storage, {
        by: translator.id,
        title: { source: 'Mùa gặt ở quê', target: 'ฤดูเก็บเกี่ยว ที่บ้านเกิด' },
        paragraphs: [
          [
            { source: 'Lúa chín vàng.', target: 'ข้าวสุก เหลือง' },
            { source: 'Có 12 người.', target: 'มี 12 คน' },
          ],
          { source: 'Trời đẹp.', target: 'ฟ้าใส' },
        ],
      })
      const story = new Story(draftId)
      const people = [new Somebody(translator), new Somebody(secondTranslator)]
      let now = await storage.segments.list(draftId)
      for (const one of people) one.seen = now
      const source = joined(now, 'source')

      for (let at = 0; at < turns.length; at++) {
        const both = turns[at]?.atOnce ? turns.slice(at, at + 2) : turns.slice(at, at + 1)
        const before = now
        const effects = (
          await Promise.all(
            both.map(({ who, step }, place) =>
              attempt(story, people[both.length > 1 ? place : who] ?? people[0]!, step),
            ),
          )
        ).filter((effect) => effect !== null)
        at += both.length - 1
        now = await storage.segments.list(draftId)

        expect(joined(now, 'source')).toBe(source)
        // What was done at once was done in one order or the other.
        const orders = effects.length === 2 ? [effects, [...effects].reverse()] : [effects]
        const texts = new Map(before.map(({ id, revision }) => [id, revision.text]))
        const expected = orders.map((order) => order.reduce((all, effect) => effect(all), texts))
        const isRecut = now.map(({ id }) => id).join() !== before.map(({ id }) => id).join()
        expect(
          // The cuts move what is written from segment to segment; together it is what it was.
          isRecut ? expected.map((one) => wholeOf(before, one)) : expected.map((one) => wholeOf(now, one)),
        ).toContain(joined(now, 'target'))
      }

      for (const { id, segmentId, text } of story.revisions)
        expect((await storage.segments.history(segmentId)).find((one) => one.id === id)?.text).toBe(text)
      await desk.workbench.rechecks.idle()
      const replayed = await replayDraft(storage.reader, draftId)
      expect(replayed).toEqual(
        now.map(({ id, state, sourceText, revision }) => ({ id, state, sourceText, text: revision.text })),
      )
    }),
    { numRuns: 40 },
  )
}, 90_000)
