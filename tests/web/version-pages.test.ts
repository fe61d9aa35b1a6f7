import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { interfaceLocales } from '../../src/domain/people.ts'
import { paths } from '../../src/web/paths.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { changeConcept } from '../../src/workflows/change-concept.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn, type MadeDraft } from '../support/factories.ts'

let desk: Desk
let translator: DeskAgent
let editor: DeskAgent
let secondEditor: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  ;[translator, editor, secondEditor] = await Promise.all([
    desk.agentFor('translator'),
    desk.agentFor('editor'),
    desk.agentFor('secondEditor'),
  ])
  for (const agent of [translator, editor, secondEditor])
    await agent.post(paths.language(), { locale: 'en', next: '/' })
})

let made: MadeDraft
beforeEach(async () => {
  made = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Lúa chín sớm', target: 'ข้าวสุกเร็ว' },
    paragraphs: [
      { source: 'Huyện có 40 ha lúa.', target: 'อำเภอมีนาข้าว 40 เฮกตาร์' },
      { source: 'Nông dân rất vui.', target: 'ชาวนาดีใจมาก' },
    ],
  })
  const texts = ['ข้าวสุกเร็ว', 'อำเภอมีนาข้าว 40 เฮกตาร์', 'ชาวนายินดีมาก']
  for (const [index, text] of texts.entries())
    await writeIn(desk.workbench, desk.people.translator, made.segmentIds[index] ?? 0, text)
})

async function submit(by: DeskAgent = translator, note = ''): Promise<string> {
  const answer = await by.post(paths.draftVersions(made.draftId), { note })
  expect(answer.status).toBe(303)
  return answer.headers.location ?? ''
}
const idOf = (address: string) => Number(/\d+$/.exec(address)?.[0])

describe('the version page', () => {
  test('shows what a person changed in the machine’s words, and folds away the rest', async () => {
    const { text } = await editor.get(await submit(translator, 'please look at the last line'))
    expect(text).toContain('please look at the last line')
    expect(text).toMatch(/<del>[^<]+<\/del><ins>[^<]+<\/ins>/)
    expect(text.match(/<details class="fold">/g)).toHaveLength(1)
    expect(text).toContain('2 segments without changes')
    expect(text).toContain('1 of 3 segments')
    const all = await editor.get(`${await lastVersion()}?show=all`)
    expect(all.text).not.toContain('<details class="fold">')
  })

  test('says which findings were dismissed and why, also after the draft has moved on', async () => {
    const [, figure = 0] = made.segmentIds
    await writeIn(desk.workbench, desk.people.translator, figure, 'อำเภอมีนาข้าว 90 เฮกตาร์')
    const [finding] = await desk.workbench.storage.findings.list(made.draftId)
    const reason = 'the ministry corrected the figure'
    await dismissFinding(desk.workbench, desk.people.translator, finding?.id ?? 0, reason)
    const version = await submit()
    expect((await editor.get(version)).text).toContain(reason)
    await writeIn(desk.workbench, desk.people.translator, figure, 'อำเภอมีนาข้าว 40 เฮกตาร์')
    expect((await editor.get(version)).text).toContain(reason)
  })

  test('compares with the version before', async () => {
    const first = idOf(await submit())
    await editor.post(paths.versionReturn(first), { note: 'the first line too' })
    await writeIn(desk.workbench, desk.people.translator, made.segmentIds[0] ?? 0, 'ข้าวสุกก่อนฤดู')
    const { text } = await editor.get(`${await submit()}?against=previous`)
    expect(text).toContain('1 segment differs')
    expect(text).toContain('<del>เร็ว</del>')
    expect(text).not.toContain('<ins>ยินดี')
  })

  test('tells an editor why they cannot decide their own work, instead of showing buttons', async () => {
    const own = await secondEditor.get(await submit(secondEditor))
    expect(own.text).toContain('nobody approves their own work')
    expect(own.text).not.toContain('formaction')
    const version = await lastVersion()
    expect((await secondEditor.post(`${version}/approval`, { note: '' })).status).toBe(403)
    expect((await editor.get(version)).text).toContain('formaction')
    expect((await translator.get(version)).text).not.toContain('formaction')
  })

  test('keeps what was typed when a return has no note', async () => {
    const version = idOf(await submit())
    const field = `comment-${made.segmentIds[0] ?? 0}`
    const answer = await editor.post(paths.versionReturn(version), { note: ' ', [field]: 'ใช้คำอื่น' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('ใช้คำอื่น</textarea>')
    expect(answer.text).toContain('id="note-error"')
    await editor.post(paths.versionReturn(version), { note: 'ดูใหม่', [field]: 'ใช้คำอื่น' })
    const page = await translator.get(paths.version(version))
    expect(page.text).toContain('ดูใหม่')
    expect(page.text).toContain('ใช้คำอื่น')
  })

  test('keeps what was typed when another editor decided first', async () => {
    const version = idOf(await submit())
    await editor.post(paths.versionApproval(version), { note: '' })
    const field = `comment-${made.segmentIds[0] ?? 0}`
    const late = { note: 'ขอให้ดูตัวเลขอีกครั้ง', [field]: 'ใช้คำอื่น' }
    const answer = await secondEditor.post(paths.versionReturn(version), late)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('This version has been decided already')
    for (const written of Object.values(late)) expect(answer.text).toContain(`>${written}</blockquote>`)
  })

  test('leads from approval to publication, to withdrawal, and back', async () => {
    const version = idOf(await submit())
    await editor.post(paths.versionApproval(version), { note: '' })
    await editor.post(paths.versionPublication(version))
    const shown = (await editor.get(paths.version(version))).text
    const [, address] = /href="(\/read\/th\/lua-chin-som-\d+)"/.exec(shown) ?? []
    expect((await desk.visitor().get(address ?? '')).status).toBe(200)
    const [, withdrawal] = /action="(\/publications\/\d+\/withdrawal)"/.exec(shown) ?? []
    expect((await editor.post(withdrawal ?? '')).status).toBe(303)
    expect((await desk.visitor().get(address ?? '')).status).toBe(410)
    expect((await editor.get(paths.version(version))).text).toContain('has been withdrawn')
  })
})

const lastVersion = async () =>
  paths.version((await desk.workbench.storage.versions.latest(made.draftId))?.id ?? 0)

test('a submission with serious findings lists each of them with a link', async () => {
  await writeIn(desk.workbench, desk.people.translator, made.segmentIds[1] ?? 0, 'อำเภอมีนาข้าว 90 เฮกตาร์')
  const answer = await translator.post(paths.draftVersions(made.draftId), { note: 'my note' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`href="${paths.draft(made.draftId, made.segmentIds[1])}"`)
  expect(answer.text).toContain('my note')
})

describe('the article pages', () => {
  test('tell every step in order, in the language of whoever reads them', async () => {
    const version = idOf(await submit(translator, 'ready'))
    await editor.post(paths.versionReturn(version), { note: 'not yet' })
    for (const locale of interfaceLocales) {
      await editor.post(paths.language(), { locale, next: '/' })
      for (const page of [paths.home(), paths.article(made.articleId), paths.version(version)]) {
        const { status, text } = await editor.get(page)
        expect(status).toBe(200)
        // A word that is missing shows its key; a value that is missing, its braces.
        expect(text).not.toMatch(/\b(articles|versions|events|checks|common)\.[a-z_-]+(\.|<)|\{\{/)
      }
    }
    await editor.post(paths.language(), { locale: 'en', next: '/' })
    const { text } = await editor.get(paths.article(made.articleId))
    const steps = ['returned version 1', 'submitted version 1', 'wrote in a segment', 'imported the article']
    const places = steps.map((step) => text.indexOf(step))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text).toContain('not yet')
  })

  test('a stale article says which concept changed, and lets its text be submitted as it is', async () => {
    const { workbench, people } = desk
    const content = {
      ...{ subject: 'society', definition: '', note: '', source: '' },
      terms: [
        { language: 'vi', text: 'nông dân', status: 'preferred', caseSensitive: false },
        { language: 'th', text: 'ชาวนา', status: 'preferred', caseSensitive: false },
      ],
    } as const
    const conceptId = await addConcept(workbench, people.terminologist, { content, homonym: false })
    const version = idOf(await submit())
    await editor.post(paths.versionApproval(version), { note: '' })
    await editor.post(paths.versionPublication(version))
    const address = paths.article(made.articleId)
    expect((await translator.get(address)).text).not.toContain(paths.draftVersions(made.draftId))

    const [source, target] = content.terms
    const terms = [source, { ...target, text: 'เกษตรกร' }, { ...target, status: 'admitted' as const }]
    const basedOn = await workbench.storage.glossary.latestChangeOf(conceptId)
    const changed = { conceptId, basedOn, content: { ...content, terms }, homonym: false }
    await changeConcept(workbench, people.terminologist, changed)
    const { text } = await translator.get(address)
    expect(text).toContain('The glossary has changed since version 1')
    expect(text).toMatch(/lang="vi">nông dân<\/a>\s+→ <span lang="th">เกษตรกร<\/span>/)
    expect(text).toContain(`action="${paths.draftVersions(made.draftId)}"`)
    expect((await editor.get(paths.articles())).text).toContain('See what changed in the glossary')
    await submit(translator, 'farmers is right here')
  })

  test('an article that is not there is not found', async () => {
    expect((await editor.get(paths.article(999_999))).status).toBe(404)
    expect((await editor.get(paths.version(999_999))).status).toBe(404)
  })

  test('a search finds titles and keeps the words searched for', async () => {
    const { text } = await editor.get(paths.articles({ q: 'lua chin' }))
    expect(text).toContain('ข้าวสุกเร็ว')
    expect(text).toContain('value="lua chin"')
    expect((await editor.get(paths.articles({ q: '"><script>' }))).text).not.toContain('"><script>')
  })
})
