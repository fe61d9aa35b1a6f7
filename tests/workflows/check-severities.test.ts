import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '../../src/domain/errors.ts'
import { engineRevision } from '../../src/engine/revision.ts'
import type { SeveritySetting } from '../../src/storage/repositories/check-severities.ts'
import { recheckOutdatedDrafts } from '../../src/workflows/recheck.ts'
import { setCheckSeverity } from '../../src/workflows/set-check-severity.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let draftId: number
let last: number

beforeAll(async () => {
  desk = await startDesk()
})

/** A draft with one wrong figure, whose check takes it to be a major fault. */
beforeEach(async () => {
  await set(null)
  const draft = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt sớm', target: 'ฤดูเก็บเกี่ยวมาเร็ว' },
    paragraphs: [
      { source: 'Có 30 hộ trồng chè.', target: 'มี 13 ครัวเรือนปลูกชา' },
      { source: 'Trời mưa.', target: 'ฝนตก' },
    ],
  })
  draftId = draft.draftId
  last = draft.segmentIds.at(-1) ?? 0
  await recheck()
})

const set = (severity: SeveritySetting | null) =>
  setCheckSeverity(desk.workbench, desk.people.editor, { checkId: 'numbers-differ', severity })
const recheck = () => recheckOutdatedDrafts(desk.workbench)
const found = async () =>
  (await desk.workbench.storage.findings.list(draftId)).map(
    ({ finding }) => `${finding.check} ${finding.severity}`,
  )
const submit = () => submitDraft(desk.workbench, desk.people.translator, { draftId, note: '' })

describe('the severity that a desk gives a check', () => {
  test('is that of its findings, in drafts that nobody touches', async () => {
    expect(await found()).toEqual(['numbers-differ major'])
    await set('minor')
    await recheck()
    expect(await found()).toEqual(['numbers-differ minor'])
    await set(null)
    await recheck()
    expect(await found()).toEqual(['numbers-differ major'])
  })

  test('decides what holds a submission back, at the very next submission', async () => {
    await expect(submit()).rejects.toThrow(Refused)
    await set('minor')
    expect((await submit()).number).toBe(1)
  })

  test('can hold back what would have passed', async () => {
    await set('minor')
    await recheck()
    await set('critical')
    await expect(submit()).rejects.toThrow(Refused)
    expect(await found()).toEqual(['numbers-differ critical'])
  })

  test('holds for the whole draft, also when a save elsewhere comes first', async () => {
    await set('neutral')
    await writeIn(desk.workbench, desk.people.translator, last, 'ฝนกำลังตก')
    expect(await found()).toEqual(['numbers-differ neutral'])
  })

  test('may be none: a check that is off finds nothing, and finds it again when it is on', async () => {
    await set('off')
    await recheck()
    expect(await found()).toEqual([])
    await set(null)
    await recheck()
    expect(await found()).toEqual(['numbers-differ major'])
  })

  test('is a row of its own, with who and when, beside its event; the same word twice is one', async () => {
    const { reader } = desk.workbench.storage
    const count = async () => (await reader('check_severities').pluck<number[]>('id')).length
    const before = await count()
    expect([await set('critical'), await set('critical')]).toEqual([true, false])
    expect(await count()).toBe(before + 1)
    const event = await reader('events')
      .where({ type: 'check_severity_set' })
      .orderBy('id', 'desc')
      .first<object | undefined>('person_id', 'data')
    expect(event).toMatchObject({
      person_id: desk.people.editor.id,
      data: { check: 'numbers-differ', severity: 'critical' },
    })
    await expect(reader('check_severities').delete()).rejects.toThrow('append-only')
  })

  test('is not kept apart from the check’s own when it is the same', async () => {
    await set('minor')
    await set('major')
    expect((await desk.workbench.storage.checkSeverities.inForce()).settings.has('numbers-differ')).toBe(
      false,
    )
  })

  test('is refused for a check that does not exist', async () => {
    const unknown = { checkId: 'no-such-check', severity: 'minor' } as const
    await expect(setCheckSeverity(desk.workbench, desk.people.editor, unknown)).rejects.toThrow(
      'check-not-found',
    )
  })
})

test('drafts that an older engine checked are checked again', async () => {
  const { findings, reader } = desk.workbench.storage
  await reader('findings').where({ draft_id: draftId }).delete()
  await recheck()
  expect(await found()).toEqual([])
  expect((await findings.checked(draftId)).engine).toBe(engineRevision)
  await reader('drafts')
    .where({ id: draftId })
    .update({ engine_checked: engineRevision - 1 })
  await recheck()
  expect(await found()).toEqual(['numbers-differ major'])
})
