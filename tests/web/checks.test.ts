import { beforeAll, expect, test } from 'vitest'
import { checks, draftChecks } from '../../src/engine/checks/catalog.ts'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'

let desk: Desk
let editor: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  editor = await desk.agentFor('editor')
})

/** A check's part of the page. */
const partOf = async (agent: DeskAgent, id: string) =>
  new RegExp(`<section[^>]* id="${id}"[\\s\\S]*?</section>`).exec(
    (await agent.get(paths.checks())).text,
  )?.[0] ?? ''
const set = (agent: DeskAgent, severity: string, id = 'numbers-differ') =>
  agent.post(paths.checkSeverity(id), { severity })

test('every check is on the page, with its name in the overview', async () => {
  const { text } = await editor.get(paths.checks())
  for (const { id } of [...checks, ...draftChecks]) {
    expect(text).toContain(`id="${id}"`)
    expect(text).toContain(`href="${paths.checks(id)}"`)
  }
})

test('an editor sets a severity, and the page says who did and what is usual', async () => {
  const answer = await set(editor, 'minor')
  expect([answer.status, answer.headers.location]).toEqual([303, paths.checks('numbers-differ')])
  const page = await editor.get(paths.checks())
  expect(page.text).toContain('is set. The drafts are being checked again.')
  const part = await partOf(editor, 'numbers-differ')
  expect(part).toContain('Set by editor on')
  expect(part).toContain('Usually: Major')
  expect(part).toMatch(/<option value="minor" selected>/)
})

test('what is set can be given back, and the page is as before', async () => {
  await set(editor, 'own')
  const before = await partOf(editor, 'numbers-differ')
  await set(editor, 'off')
  expect(await partOf(editor, 'numbers-differ')).toContain('>Off</span>')
  await set(editor, 'own')
  expect(await partOf(editor, 'numbers-differ')).toBe(before)
})

test('a translator reads what is set and is offered no form', async () => {
  const translator = await desk.agentFor('translator')
  await set(editor, 'critical')
  const part = await partOf(translator, 'numbers-differ')
  expect(part).toContain('editor đặt ngày')
  expect(part).not.toContain('<form')
  expect((await set(translator, 'off')).status).toBe(403)
  expect(await partOf(translator, 'numbers-differ')).toBe(part)
})

test.each([
  ['a severity that does not exist', 'numbers-differ', 'grave', 422],
  ['a check that does not exist', 'no-such-check', 'minor', 404],
])('%s is refused', async (_, id, severity, status) => {
  expect((await set(editor, severity, id)).status).toBe(status)
})
