-- Goes on from ranked.sql.
ruled AS MATERIALIZED (
    SELECT s.*, score FROM statements_ruled(NULL, $recorded) AS s JOIN best USING (passage)
    WHERE is_between("day", $since, $until) AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
),
-- which they are is found in a few columns, the others are read of those alone
chosen AS MATERIALIZED (
    SELECT s.rowid AS "row", score, "day", id FROM history.statements AS s JOIN best USING (passage)
    WHERE ruled_in IS NULL AND was_current(recorded_at, superseded_at, $recorded)
        AND is_between("day", $since, $until) AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
    UNION ALL
    SELECT NULL, score, "day", id FROM ruled
    ORDER BY score DESC, "day" NULLS LAST, id LIMIT $most
),
found AS (
    SELECT s.*, score FROM history.statements AS s JOIN (SELECT "row", score FROM chosen) ON s.rowid = "row"
    UNION ALL BY NAME
    FROM ruled SEMI JOIN (SELECT id FROM chosen WHERE "row" IS NULL) USING (id)
)
SELECT round(score, 4) AS score, "day", speaker_names, speaker_countries, act,
    replace(list_reduce(list_transform(
        regexp_extract_all(content_text, '[\p{L}\p{N}]+|[^\p{L}\p{N}]+'),
        lambda piece: CASE WHEN list_contains(stems, stem(trim(bare_words(piece)), 'porter'))
            THEN $before || piece || $behind ELSE piece END
    ), lambda one, other: one || other), $behind || ' ' || $before, ' ') AS marked,
    outlet, article_id, id, run, content_text, source_text, cue_text, content, manner, kind, confidence, text_sha256, recorded_at
FROM found, (SELECT list(term) AS stems FROM wanted)
ORDER BY found.score DESC, "day" NULLS LAST, id
