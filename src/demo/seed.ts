import fs from 'node:fs/promises'
import path from 'node:path'
import type { Person } from '../storage/repositories/people.ts'
import { readGlossaryFile } from '../formats/glossary-file.ts'
import { projectRoot } from '../project-root.ts'
import { demoPassword } from '../storage/screens/demo-accounts.ts'
import type { Workbench } from '../workbench.ts'
import { changeConcept } from '../workflows/change-concept.ts'
import { importGlossaryRows } from '../workflows/import-glossary.ts'
import { invitePerson } from '../workflows/invite-person.ts'
import { recheckOutdatedDrafts } from '../workflows/recheck.ts'
import { demoArticles, type DemoArticle, type DemoGlossaryChange } from './articles.ts'
import { demoPeople } from './people.ts'
import { tellStory } from './tell-story.ts'

/** What readers see already happened first; what was just imported, last. */
const order: readonly DemoArticle['state'][] = [
  'stale',
  'published',
  'approved',
  'returned',
  'submitted',
  'in-translation',
  'imported',
  'source-only',
]

const hour = 60 * 60 * 1000

/** Fills an empty desk as its people would have done in the last week: people, glossary, articles in every state. */
export async function seedDemo(workbench: Workbench): Promise<void> {
  const articles = order.flatMap((state) => demoArticles.filter((article) => article.state === state))
  const now = workbench.clock().getTime()
  let time = now - 7 * 24 * hour
  // Every step takes some minutes, and each article begins later than the one before; the last two hours before now.
  const desk: Workbench = { ...workbench, clock: () => new Date((time += 4 * 60 * 1000)) }
  const begin = (index: number) => {
    const pause = (7 * 24 * hour - 4 * hour) / articles.length
    time = Math.max(time, now - 2 * hour - (articles.length - 1 - index) * pause)
  }

  const people = await invitePeople(desk)
  const terminologist = [...people.values()].find(({ roles }) => roles.includes('terminologist'))
  const administrator = [...people.values()].find(({ roles }) => roles.includes('administrator'))
  if (!terminologist || !administrator) throw new Error('the demo desk lacks somebody')
  await importGlossary(desk, terminologist)
  for (const [index, article] of articles.entries()) {
    begin(index)
    const { source, target } = article.files
    await tellStory(desk, { people, importer: administrator }, article, {
      source: await read(source),
      target: target === undefined ? null : await read(target),
    })
    if (article.glossaryChange) await changeGlossary(desk, people, article.glossaryChange)
  }
  await recheckOutdatedDrafts(desk)
}

const read = (file: string): Promise<string> =>
  fs.readFile(path.join(projectRoot, 'src', 'demo', file), 'utf8')

async function invitePeople(workbench: Workbench): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const person of demoPeople) {
    const { personId } = await invitePerson(workbench, null, { ...person, password: demoPassword })
    people.set(person.email, await workbench.storage.people.get(personId))
  }
  return people
}

async function importGlossary(workbench: Workbench, terminologist: Person): Promise<void> {
  const reading = readGlossaryFile({ text: await read('glossary.csv') })
  if (!reading.ok) throw new Error(`the demo glossary cannot be read: ${reading.error.code}`)
  await importGlossaryRows(workbench, terminologist, reading.content.rows)
}

/** A new preferred term; the one before is not to be used any more. */
async function changeGlossary(
  workbench: Workbench,
  people: ReadonlyMap<string, Person>,
  { by, concept: head, preferred, note }: DemoGlossaryChange,
): Promise<void> {
  const { glossary } = workbench.storage
  const actor = people.get(by)
  const [concept] = await glossary.withPreferred('vi', [head])
  if (!actor || !concept) throw new Error(`the demo desk cannot change “${head}”`)
  const others = concept.terms
    .filter(({ text }) => text !== preferred)
    .map((term) => ({
      ...term,
      status: term.language === 'th' && term.status === 'preferred' ? ('deprecated' as const) : term.status,
    }))
  await changeConcept(workbench, actor, {
    conceptId: concept.id,
    basedOn: await glossary.latestChangeOf(concept.id),
    content: {
      ...concept,
      note,
      terms: [...others, { language: 'th', text: preferred, status: 'preferred', caseSensitive: false }],
    },
    homonym: false,
  })
}
