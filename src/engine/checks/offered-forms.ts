import type { NameForms } from '../names/name-forms.ts'
import type { RawFinding } from './check.ts'

/** The right forms of a name as a finding offers them. */
export const offered = ({ standard, accepted }: NameForms): Pick<RawFinding, 'replacement' | 'alternates'> =>
  standard === undefined
    ? {}
    : { replacement: standard, ...(accepted.length > 0 ? { alternates: accepted } : {}) }
