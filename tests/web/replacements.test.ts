import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let agent: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  await desk.workbench.storage.people.setLocale(desk.people.translator.id, 'en')
  agent = await desk.agentFor('translator')
})

const newDraft = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Cầu 4 km', target: 'สะพาน 4 กม' },
    paragraphs: [
      { source: 'Đường dài 12 km.', target: 'ถนนยาว 12 กม และ 3 กม' },
      { source: 'Trời đẹp.', target: 'อากาศดี' },
    ],
  })
const textsOf = async (draftId: number) =>
  (await desk.workbench.storage.segments.list(draftId)).map(({ revision }) => revision.text)
const valuesIn = (html: string) =>
  [...html.matchAll(/name="place" value="([^"]+)"/g)].map((match) => match[1]!)

const metres = { find: '([0-9]+) กม', replacement: '$1 กิโลเมตร', expression: 'yes' }

describe('find and replace', () => {
  test('previews every place, changes those that are taken as one, and takes them back as one', async () => {
    const { draftId } = await newDraft()
    const before = await textsOf(draftId)
    const preview = await agent.get(paths.replacements(draftId, metres))
    expect(preview.text).toContain('3 places found.')
    expect(preview.text.match(/place__new">\d+ กิโลเมตร/g)).toHaveLength(3)
    expect(await textsOf(draftId)).toEqual(before)

    const place = valuesIn(preview.text).slice(0, 2)
    const answer = await agent.post(paths.replacements(draftId), { ...metres, place })
    expect(answer.headers.location).toBe(paths.draft(draftId))
    expect(await textsOf(draftId)).toEqual(['สะพาน 4 กิโลเมตร', 'ถนนยาว 12 กิโลเมตร และ 3 กม', 'อากาศดี'])

    const undo =
      /action="(\/change-sets\/\d+\/undo)"/.exec((await agent.get(paths.draft(draftId))).text)?.[1] ?? ''
    await agent.post(undo)
    expect(await textsOf(draftId)).toEqual(before)
  })

  test('says before what the checks would find newly', async () => {
    const { draftId } = await newDraft()
    const { text } = await agent.get(paths.replacements(draftId, { find: '12', replacement: '21' }))
    expect(text).toContain('Changed so, the checks would find')
  })

  test('leaves what somebody has changed meanwhile, and shows what is left', async () => {
    const { draftId, segmentIds } = await newDraft()
    const place = valuesIn((await agent.get(paths.replacements(draftId, metres))).text)
    await writeIn(desk.workbench, desk.people.editor, segmentIds[1]!, 'ถนนยาว 12 กม')
    const answer = await agent.post(paths.replacements(draftId), { ...metres, place })
    expect(answer.headers.location).toBe(paths.replacements(draftId, metres))
    const again = await agent.get(answer.headers.location!)
    expect(again.text).toContain('1 place replaced; 2 left')
    expect(valuesIn(again.text)).toHaveLength(1)
    expect((await textsOf(draftId))[1]).toBe('ถนนยาว 12 กม')
  })

  test('says where an expression is wrong, and that nothing was ticked', async () => {
    const { draftId } = await newDraft()
    const wrong = await agent.get(paths.replacements(draftId, { ...metres, find: '([0-9]+ กม' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('The ( at character 1 is never closed.')
    const nothing = await agent.post(paths.replacements(draftId), metres)
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Tick at least one place.')
    expect(valuesIn(nothing.text)).toHaveLength(3)
  })

  test('looks into the source without offering to change it', async () => {
    const { draftId } = await newDraft()
    const { text } = await agent.get(
      paths.replacements(draftId, { find: 'duong', loose: 'yes', side: 'source' }),
    )
    expect(text).toContain('1 place found.')
    expect(valuesIn(text)).toEqual([])
  })
})
