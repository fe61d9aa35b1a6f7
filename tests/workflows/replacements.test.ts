import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createSearch } from '../../src/domain/text-search.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { applyChangeSet, type Place } from '../../src/workflows/apply-change-set.ts'
import { undoChangeSet } from '../../src/workflows/undo-change-set.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const syllables = ['ตำบล', 'เตินเลิป', 'ที่', 'นํ้า', 'ก๊าย', ' ', '12 ', 'Đà ', 'Nẵng', 'เเม่', 'a\u0301', '“', '”']
const textOf = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 25 })
  .map((all) => all.join(''))

test('replacing changes the places that were taken and no other character, and undo restores every text', async () => {
  const { workbench, people } = desk
  const { storage } = workbench
  await fc.assert(
    fc.asyncProperty(
      fc.array(textOf, { minLength: 2, maxLength: 5 }),
      fc.constantFrom('ตำบล', 'ท', 'ที', 'นำ', 'da', 'แม่', '1', 'a', ' '),
      fc.constantFrom('', 'x', 'ต.', 'ริมน้ำ '),
      fc.boolean(),
      fc.infiniteStream(fc.boolean()),
      async (texts, find, replacement, matchMarks, taken) => {
        const { draftId } = await makeDraft(storage, {
          by: people.translator.id,
          title: { source: 'Tin', target: 'ข่าว' },
          paragraphs: texts.map((target) => ({ source: 'Một câu.', target })),
        })
        const before = await storage.segments.list(draftId)
        const { id: firstId } = before[1]!
        await storage.segments.setState([firstId], 'final')
        const search = createSearch(
          { find, isExpression: false, matchCase: false, matchMarks, wholeWords: false },
          languageFor('th'),
        )
        const places = before.flatMap(({ id, revision }): Place[] =>
          search(revision.text)
            .matches.filter(() => taken.next().value)
            .map(({ start, end }) => ({ segmentId: id, revisionId: revision.id, start, end, replacement })),
        )
        const { changeSetId, applied } = await applyChangeSet(workbench, people.translator, {
          draftId,
          reason: find,
          places,
        })
        expect(applied).toBe(places.length)
        const after = await storage.segments.list(draftId)
        for (const [index, { id, revision, state }] of after.entries()) {
          const own = places.filter(({ segmentId }) => segmentId === id)
          const was = before[index]!.revision.text
          expect(outside(revision.text, was, own)).toEqual(outside(was, was, own))
          if (id === firstId) expect(state).toBe(revision.text === was ? 'final' : 'translated')
          else expect(state).toBe('initial')
        }
        if (
          changeSetId === null ||
          after.every(({ revision }, index) => revision.id === before[index]!.revision.id)
        )
          return
        await undoChangeSet(workbench, people.translator, changeSetId)
        const undone = await storage.segments.list(draftId)
        expect(undone.map(({ revision }) => revision.text)).toEqual(
          before.map(({ revision }) => revision.text),
        )
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

/** The pieces of a text that lie between the places, which stand where they stood or moved by what the places before them grew. */
function outside(text: string, was: string, places: readonly Place[]): string[] {
  const pieces: string[] = []
  let [from, moved] = [0, 0]
  for (const { start, end, replacement } of places) {
    pieces.push(text.slice(from, start + moved))
    moved += text === was ? 0 : replacement.length - (end - start)
    from = end + moved
  }
  return [...pieces, text.slice(from)]
}

test('a place whose segment was written in meanwhile is left as it is and told of', async () => {
  const { workbench, people } = desk
  const { draftId } = await makeDraft(workbench.storage, {
    by: people.translator.id,
    title: { source: 'Tin', target: 'ข่าว ข่าว' },
    paragraphs: [{ source: 'Tin mới.', target: 'ข่าวใหม่' }],
  })
  const [title, body] = await workbench.storage.segments.list(draftId)
  const placesOf = (start: number, segment = title!) => ({
    segmentId: segment.id,
    revisionId: segment.revision.id,
    start,
    end: start + 4,
    replacement: start === 0 ? 'สาร' : 'สารา',
  })
  const first = await applyChangeSet(workbench, people.translator, {
    draftId,
    reason: 'ข่าว',
    places: [placesOf(0), placesOf(5)],
  })
  expect(first).toMatchObject({ applied: 2, skipped: [] })
  const second = await applyChangeSet(workbench, people.translator, {
    draftId,
    reason: 'ข่าว',
    places: [placesOf(0), placesOf(0, body)],
  })
  expect(second.applied).toBe(1)
  expect(second.skipped.map(({ segmentId }) => segmentId)).toEqual([title!.id])
  const texts = (await workbench.storage.segments.list(draftId)).map(({ revision }) => revision.text)
  expect(texts).toEqual(['สาร สารา', 'สารใหม่'])
})
