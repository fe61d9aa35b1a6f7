/** SQL for the title of article `a` in its source language: its title, else how it begins. */
export const sourceTitle = `(
  select left(u.source_text, 300) from units u where u.article_id = a.id and u.retired_at is null
  order by (u.kind = 'title') desc, u.position limit 1) as "sourceTitle"`

/** SQL for the title that draft `d` of article `a` has now; null or empty when it has none. */
export const targetTitle = `(
  select left(string_agg(r.text || s.target_after, '' order by s.position), 300)
  from units u join segments s on s.unit_id = u.id and s.draft_id = d.id and s.retired_by is null
    join segment_revisions r on r.id = s.current_revision_id
  where u.article_id = a.id and u.kind = 'title') as "targetTitle"`
