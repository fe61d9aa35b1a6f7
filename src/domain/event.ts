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
  'comment_reopened',
  'version_submitted',
  'segment_accepted',
  'segment_sent_back',
  'segments_accepted',
  'mark_made',
  'mark_withdrawn',
  'version_approved',
  'version_returned',
  'version_published',
  'publication_withdrawn',
  'publication_scheduled',
  'publication_unscheduled',
  'publication_overtaken',
  'draft_assigned',
  'draft_due',
  'term_proposed',
  'proposal_declined',
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

/** What the history of an article can be narrowed to. */
export const historyKinds = ['imports', 'work', 'texts', 'cuts', 'findings', 'talk', 'versions'] as const
export type HistoryKind = (typeof historyKinds)[number]

export const eventsOfKind: Readonly<Record<HistoryKind, readonly EventType[]>> = {
  imports: ['article_imported', 'draft_imported', 'source_added'],
  work: ['draft_assigned', 'draft_due'],
  texts: ['segment_revised', 'segment_confirmed', 'change_set_applied', 'change_set_undone'],
  cuts: ['segments_merged', 'segment_split', 'break_moved', 'resegmentation_undone'],
  findings: ['finding_dismissed', 'dismissal_withdrawn'],
  talk: ['comment_written', 'comment_resolved', 'comment_reopened', 'term_proposed', 'proposal_declined'],
  versions: [
    'version_submitted',
    'segment_accepted',
    'segment_sent_back',
    'segments_accepted',
    'mark_made',
    'mark_withdrawn',
    'version_approved',
    'version_returned',
    'version_published',
    'publication_withdrawn',
    'publication_scheduled',
    'publication_unscheduled',
    'publication_overtaken',
  ],
}

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
