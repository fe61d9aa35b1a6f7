import type { Knex } from 'knex'
import type { UnitKind } from '../../domain/article.ts'
import { NotFound } from '../../domain/errors.ts'
import type { Origin } from '../../domain/segment.ts'
import type { Version } from '../../domain/version.ts'
import type { Severity } from '../../engine/checks/check.ts'
import { createVersions } from '../repositories/versions.ts'
import { commentsOf, publicationsOf, versionsOf } from './article-page.ts'
import type { ListedComment, ListedPublication, ListedVersion } from './article-page.ts'
import { sourceTitle, targetTitle } from './titles.ts'
import { versionMarks, versionVerdicts, type ListedVerdict, type VersionMark } from './version-reading.ts'

/** A segment as the version has it. */
export interface VersionSegment {
  readonly segmentId: number
  readonly unitId: number
  readonly kind: UnitKind
  readonly sourceText: string
  readonly sourceAfter: string
  readonly revisionId: number
  readonly text: string
  readonly targetAfter: string
  readonly machineText: string
  readonly origin: Origin
  /** Everybody who wrote the segment up to here, in the order of their first words. */
  readonly writers: readonly string[]
  /** The draft has another text for it now, or is cut differently. */
  readonly movedOn: boolean
}

export interface VersionFinding {
  readonly id: number
  readonly segmentId: number
  readonly check: string
  readonly severity: Severity
  readonly values: Readonly<Record<string, string | number>>
}

export interface VersionDismissal {
  readonly segmentId: number
  readonly check: string
  readonly reason: string
  readonly by: string
  readonly at: Date
  /** Null when the finding itself is no longer kept. */
  readonly values: Readonly<Record<string, string | number>> | null
}

export interface VersionPage {
  readonly version: ListedVersion &
    Pick<Version, 'articleId' | 'glossaryChange'> & { readonly submitterId: number }
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceTitle: string | null
  readonly targetTitle: string | null
  readonly segments: readonly VersionSegment[]
  readonly writerIds: readonly number[]
  readonly findings: readonly VersionFinding[]
  readonly dismissals: readonly VersionDismissal[]
  readonly comments: readonly ListedComment[]
  readonly marks: readonly VersionMark[]
  readonly verdicts: readonly ListedVerdict[]
  /** Every version of the draft, newest first. */
  readonly versions: readonly ListedVersion[]
  /** Every publication of the draft, newest first. */
  readonly publications: readonly ListedPublication[]
}

/** What an editor needs to decide one version. */
export const versionPage =
  (knex: Knex) =>
  async (versionId: number): Promise<VersionPage> => {
    const head = await headOf(knex, versionId)
    if (!head) throw new NotFound('version-not-found')
    const { draftId } = head
    const [versions, segments, writerIds, findings, dismissals, comments, publications, marks, verdicts] =
      await Promise.all([
        versionsOf(knex).where('v.draft_id', draftId).orderBy('v.number', 'desc'),
        versionSegments(knex)(versionId),
        createVersions(knex).writers(versionId),
        findingsOf(knex, versionId),
        dismissalsOf(knex, versionId),
        commentsOf(knex).where('c.draft_id', draftId).orderBy('c.id'),
        publicationsOf(knex).where('p.draft_id', draftId).orderBy('p.id', 'desc'),
        versionMarks(knex, versionId),
        versionVerdicts(knex, versionId),
      ])
    const version = versions.find(({ id }) => id === versionId)
    if (!version) throw new NotFound('version-not-found')
    const { articleId, submitterId, glossaryChange, ...languages } = head
    return {
      ...languages,
      version: { ...version, articleId, submitterId, glossaryChange },
      segments,
      writerIds,
      findings,
      dismissals,
      comments,
      marks,
      verdicts,
      versions,
      publications,
    }
  }

/** The segments of a version, in order. */
const versionSegments =
  (knex: Knex) =>
  async (versionId: number): Promise<VersionSegment[]> => {
    const { rows } = await knex.raw<{ rows: VersionSegment[] }>(
      `select s.id as "segmentId", s.unit_id as "unitId", u.kind, s.source_text as "sourceText",
         s.source_after as "sourceAfter", s.target_after as "targetAfter", r.id as "revisionId", r.text, r.origin,
         m.text as "machineText", s.retired_by is not null or s.current_revision_id <> vs.revision_id as "movedOn",
         array(select p.name from segment_revisions w join people p on p.id = w.author_id
               where w.segment_id = s.id and w.number <= r.number group by p.id order by min(w.number)) as writers
       from version_segments vs
         join segments s on s.id = vs.segment_id
         join units u on u.id = s.unit_id
         join segment_revisions r on r.id = vs.revision_id
         join segment_revisions m on m.segment_id = s.id and m.number = 1
       where vs.version_id = ? order by vs.position`,
      [versionId],
    )
    return rows
  }

interface Head {
  readonly draftId: number
  readonly articleId: number
  readonly submitterId: number
  readonly glossaryChange: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceTitle: string | null
  readonly targetTitle: string | null
}

const headOf = (knex: Knex, versionId: number) =>
  knex('versions as v')
    .join('drafts as d', 'd.id', 'v.draft_id')
    .join('articles as a', 'a.id', 'd.article_id')
    .where('v.id', versionId)
    .select({
      draftId: 'd.id',
      articleId: 'a.id',
      submitterId: 'v.submitted_by',
      glossaryChange: 'v.glossary_change',
      sourceLanguage: 'a.source_language',
      targetLanguage: 'd.target_language',
    })
    .select(knex.raw(sourceTitle), knex.raw(targetTitle))
    .first<Head | undefined>()

/** Open findings on the very revisions of the version. */
const findingsOf = (knex: Knex, versionId: number) =>
  knex('version_segments as vs')
    .join('findings as f', (join) =>
      join.on('f.segment_id', 'vs.segment_id').andOn('f.revision_id', 'vs.revision_id'),
    )
    .leftJoin('dismissals as x', (join) =>
      join
        .on('x.segment_id', 'f.segment_id')
        .andOn('x.fingerprint', 'f.fingerprint')
        .andOnNull('x.withdrawn_at'),
    )
    .where('vs.version_id', versionId)
    .whereNull('x.id')
    .orderBy(['vs.position', 'f.span_start', 'f.id'])
    .select<VersionFinding[]>({
      id: 'f.id',
      segmentId: 'f.segment_id',
      check: 'f.check_id',
      severity: 'f.severity',
      values: 'f.values',
    })

/**
 * What was said to be no fault when the version was made. Findings are kept for current texts only; where the text has moved on,
 * the dismissal alone is left to tell of it.
 */
const dismissalsOf = (knex: Knex, versionId: number) =>
  knex('version_segments as vs')
    .join('versions as v', 'v.id', 'vs.version_id')
    .join('segments as s', 's.id', 'vs.segment_id')
    .join('dismissals as x', 'x.segment_id', 'vs.segment_id')
    .join('people as p', 'p.id', 'x.person_id')
    .leftJoin('findings as f', (join) =>
      join
        .on('f.segment_id', 'x.segment_id')
        .andOn('f.fingerprint', 'x.fingerprint')
        .andOn('f.revision_id', 'vs.revision_id'),
    )
    .where('vs.version_id', versionId)
    .whereRaw('(x.withdrawn_at is null or x.withdrawn_at > v.submitted_at)')
    .whereRaw(
      '(f.id is not null or (s.current_revision_id <> vs.revision_id and x.created_at <= v.submitted_at))',
    )
    .orderBy(['vs.position', 'x.id'])
    .select<VersionDismissal[]>({
      segmentId: 'x.segment_id',
      check: 'x.check_id',
      reason: 'x.reason',
      by: 'p.name',
      at: 'x.created_at',
      values: 'f.values',
    })
