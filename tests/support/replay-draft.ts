import type { Knex } from 'knex'
import { lower, stateOfNewText, type SegmentState } from '../../src/domain/segment.ts'

export interface Replayed {
  readonly id: number
  readonly state: SegmentState
  readonly sourceText: string
  readonly text: string
}

interface EventRow {
  type: string
  at: Date
  segmentId: number | null
  data: Record<string, string | number>
}

interface Standing {
  state: SegmentState
  text: string
}

/** A draft as its events tell it, from its import on, with the texts that they name from the record of revisions. */
export async function replayDraft(knex: Knex, draftId: number): Promise<Replayed[]> {
  const events = await knex('events')
    .where({ draft_id: draftId })
    .orderBy('id')
    .select<EventRow[]>({ type: 'type', at: 'created_at', segmentId: 'segment_id', data: 'data' })
  const segments = await knex('segments')
    .where({ draft_id: draftId })
    .orderBy('position')
    .select<{ id: number; sourceText: string; createdBy: number | null }[]>({
      id: 'id',
      sourceText: 'source_text',
      createdBy: 'created_by',
    })
  const revisions = await knex('segment_revisions as r')
    .join('segments as s', 's.id', 'r.segment_id')
    .where('s.draft_id', draftId)
    .orderBy('r.number')
    .select<{ id: number; segmentId: number; text: string; at: Date; changeSetId: number | null }[]>({
      id: 'r.id',
      segmentId: 'r.segment_id',
      text: 'r.text',
      at: 'r.created_at',
      changeSetId: 'r.change_set_id',
    })

  /** Those that stand, and those that gave way as they were then. */
  const standing = new Map<number, Standing>()
  const gone = new Map<number, Standing>()
  const cuts = new Map<number, { retired: number[]; created: number[] }>()
  const madeAt = (segmentId: number, at: Date) =>
    revisions.findLast((one) => one.segmentId === segmentId && one.at.getTime() === at.getTime())?.text ?? ''
  const write = (segmentId: number, text: string) => {
    const old = standing.get(segmentId)
    if (!old) throw new Error(`an event writes in segment ${segmentId}, which does not stand`)
    standing.set(segmentId, { text, state: stateOfNewText(old.state) })
  }
  const retire = (ids: readonly number[]) =>
    ids.map((id) => {
      const old = standing.get(id)
      if (!old) throw new Error(`an event takes segment ${id} away, which does not stand`)
      standing.delete(id)
      gone.set(id, old)
      return old.state
    })
  const ids = (value: string | number | undefined) => String(value).split(' ').map(Number)

  for (const { type, at, segmentId, data } of events) {
    switch (type) {
      case 'draft_imported':
        for (const { id, createdBy } of segments)
          if (createdBy === null) standing.set(id, { state: 'initial', text: madeAt(id, at) })
        break
      case 'segment_revised':
        write(segmentId ?? 0, revisions.find(({ id }) => id === data.revisionId)?.text ?? '')
        break
      case 'segment_confirmed': {
        const old = standing.get(segmentId ?? 0)
        if (old?.state === 'initial') standing.set(segmentId ?? 0, { ...old, state: 'translated' })
        break
      }
      case 'change_set_applied':
      case 'change_set_undone':
        for (const one of revisions) if (one.changeSetId === data.changeSetId) write(one.segmentId, one.text)
        break
      case 'segments_merged':
      case 'segment_split':
      case 'break_moved': {
        const cut = { retired: ids(data.retired), created: ids(data.created) }
        cuts.set(Number(data.resegmentationId), cut)
        const states = retire(cut.retired)
        cut.created.forEach((id, index) => {
          const state =
            type === 'segments_merged'
              ? states.reduce(lower)
              : stateOfNewText(states[index] ?? states[0] ?? 'initial')
          standing.set(id, { state, text: madeAt(id, at) })
        })
        break
      }
      case 'resegmentation_undone': {
        const cut = cuts.get(Number(data.undoes))
        retire(cut?.created ?? [])
        for (const id of cut?.retired ?? []) standing.set(id, gone.get(id) ?? { state: 'initial', text: '' })
        break
      }
    }
  }
  return segments.flatMap(({ id, sourceText }) => {
    const one = standing.get(id)
    return one ? [{ id, sourceText, ...one }] : []
  })
}
