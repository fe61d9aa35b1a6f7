export const eventTypes = [
  'article_imported',
  'draft_imported',
  'source_added',
  'segment_revised',
  'segment_confirmed',
  'segments_merged',
  'segment_split',
  'break_moved',
  'resegmentation_undone',
  'change_set_applied',
  'change_set_undone',
  'finding_dismissed',
  'dismissal_withdrawn',
  'comment_written',
  'comment_resolved',
  'version_submitted',
  'version_approved',
  'version_returned',
  'version_published',
  'publication_withdrawn',
  'concept_added',
  'concept_changed',
  'concept_deprecated',
  'concept_restored',
  'glossary_imported',
  'check_severity_set',
  'alignment_learnt',
  'person_invited',
  'person_changed',
  'sessions_ended',
] as const
export type EventType = (typeof eventTypes)[number]

/** One line of the audit trail, written with the change it records. */
export interface Event {
  readonly type: EventType
  readonly by: number | null
  readonly articleId?: number
  readonly draftId?: number
  readonly segmentId?: number
  readonly versionId?: number
  readonly conceptId?: number
  readonly data?: Readonly<Record<string, string | number | boolean | null>>
}
