WITH records AS (
    SELECT 'statement' AS record, id, run, superseded_by, content_text AS words, content AS spans, id AS statement_id, [] AS parties,
        NULL AS issue, NULL AS stance, article_id, text_sha256
    FROM history.statements WHERE id = $id
    UNION ALL
    SELECT 'position', id, run, superseded_by, evidence_text, [evidence], statement_id, holder, issue, stance, article_id, text_sha256
    FROM history.positions WHERE id = $id
    UNION ALL
    SELECT 'commitment', id, run, superseded_by, action_text, ["action"], statement_id, committer, NULL, NULL, article_id, text_sha256
    FROM history.commitments WHERE id = $id
    UNION ALL
    SELECT 'event', id, run, superseded_by, trigger_text, ["trigger"], statement_id, [], NULL, NULL, article_id, text_sha256
    FROM history.events WHERE id = $id
),
cited AS (
    FROM records WHERE $run IS NULL OR (run <= $run AND (superseded_by IS NULL OR superseded_by > $run)) ORDER BY run DESC LIMIT 1
),
-- the statement and the article as they were read when the cited reading was current
told AS (
    SELECT s.* FROM history.statements AS s JOIN cited AS c ON s.id = c.statement_id AND s.text_sha256 = c.text_sha256
    ORDER BY s.superseded_by IS NOT DISTINCT FROM c.superseded_by DESC, s.run DESC LIMIT 1
),
printed AS (
    SELECT a.* FROM history.articles AS a JOIN cited AS c ON a.id = c.article_id AND a.text_sha256 = c.text_sha256
    ORDER BY a.run DESC LIMIT 1
),
passed AS (
    SELECT list(r."name" ORDER BY r.place) AS relays FROM history.relays AS r JOIN told AS t ON r.statement_id = t.id
    WHERE r.text_sha256 = t.text_sha256 AND r.superseded_by IS NOT DISTINCT FROM t.superseded_by
)
SELECT c.record, c.id, c.run, c.superseded_by IS NULL, c.words, list_transform(c.spans, lambda s: [s.start, s."end"]), t.kind, t.manner,
    coalesce(t.speaker_names, []), coalesce(t.speaker_countries, []), t.source_text, coalesce(relays, []), coalesce(c.parties, []),
    c.issue, c.stance, p.id, p.title, p.outlet, p.byline, p.published, p.url, p."day", p."language", c.text_sha256
FROM cited AS c JOIN printed AS p ON true LEFT JOIN told AS t ON true, passed
