import { headLanguage } from '../../../domain/concept-rules.ts'
import { subjects, termStatuses } from '../../../domain/concept.ts'
import { usageFields } from '../../../domain/term-usage.ts'
import { glossarySubjects } from '../../../storage/screens/glossary-browser.ts'
import { glossaryLanguages } from '../../../storage/screens/glossary-languages.ts'
import type { Context } from '../../action.ts'
import type { ConceptFormValues } from './concept-form.ts'
import { subjectName } from './subject-name.ts'

/** What the fields of a concept need: a block of terms for every language, and the subjects to choose from. */
export async function conceptFormModel(
  { workbench, words }: Pick<Context<unknown, unknown, unknown, unknown>, 'workbench' | 'words'>,
  values: ConceptFormValues,
) {
  const languages = await glossaryLanguages(workbench.storage.reader)()
  const used = await glossarySubjects(workbench.storage.reader)()
  return {
    values,
    languages: languages.map((language) => ({
      language,
      fields: termStatuses
        .map((status) => ({
          status,
          name: `${language}:${status}`,
          value: values.terms[`${language}:${status}`] ?? '',
        }))
        .filter(({ status, value }) => status !== 'superseded' || value !== ''),
      // Only what articles are written in is searched for terms that may mean something else.
      usage: usageFields
        .map((field) => ({
          field,
          name: `${language}:${field}`,
          value: values.terms[`${language}:${field}`] ?? '',
        }))
        .filter(({ value }) => language === headLanguage || value !== ''),
    })),
    subjects: [...new Set([...subjects, ...used, values.subject])].filter((subject) => subject !== ''),
    subjectName: subjectName(words),
  }
}
