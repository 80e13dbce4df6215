-- What did not begin or end after the earlier of the two runs is the same in both: it is not looked at.
WITH rows AS (
    SELECT 'statement' AS record, id, article_id, content_text AS words, run, superseded_by, row_hash, to_json(t) AS held
    FROM history.statements AS t WHERE rowid IN (
        SELECT rowid FROM history.statements WHERE run > least($first, $second) OR superseded_by > least($first, $second)
    )
    UNION ALL
    SELECT 'position', id, article_id, evidence_text, run, superseded_by, row_hash, to_json(t) FROM history.positions AS t WHERE rowid IN (
        SELECT rowid FROM history.positions WHERE run > least($first, $second) OR superseded_by > least($first, $second)
    )
    UNION ALL
    SELECT 'commitment', id, article_id, action_text, run, superseded_by, row_hash, to_json(t) FROM history.commitments AS t WHERE rowid IN (
        SELECT rowid FROM history.commitments WHERE run > least($first, $second) OR superseded_by > least($first, $second)
    )
    UNION ALL
    SELECT 'event', id, article_id, trigger_text, run, superseded_by, row_hash, to_json(t) FROM history.events AS t WHERE rowid IN (
        SELECT rowid FROM history.events WHERE run > least($first, $second) OR superseded_by > least($first, $second)
    )
),
former AS (FROM rows WHERE run <= $first AND (superseded_by IS NULL OR superseded_by > $first)),
latter AS (FROM rows WHERE run <= $second AND (superseded_by IS NULL OR superseded_by > $second)),
both_sides AS (
    SELECT coalesce(f.record, l.record) AS record, coalesce(f.id, l.id) AS id, coalesce(f.article_id, l.article_id) AS article_id,
        coalesce(l.words, f.words) AS words, f.run AS "before", l.run AS "after", f.held AS was, l.held AS "is"
    FROM former AS f FULL JOIN latter AS l ON f.record = l.record AND f.id = l.id
    WHERE f.row_hash IS DISTINCT FROM l.row_hash
)
SELECT record, CASE WHEN "before" IS NULL THEN 'added' WHEN "after" IS NULL THEN 'dropped' ELSE 'changed' END AS change, words,
    CASE WHEN "before" IS NOT NULL AND "after" IS NOT NULL THEN list_filter(json_keys("is"), lambda key:
        key NOT IN ('row_hash', 'run', 'recorded_at', 'superseded_by', 'superseded_at')
        AND json_extract("is", '$."' || key || '"') IS DISTINCT FROM json_extract(was, '$."' || key || '"'))
    ELSE [] END AS columns,
    article_id, id, "before", "after"
FROM both_sides
ORDER BY article_id, record, id
