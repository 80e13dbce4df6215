-- What is shown of hits: the content in pieces, each with whether it is a word that was searched for. Rows are found by a column or two
-- before the others are read.
WITH wanted AS (
    SELECT coalesce(list(DISTINCT stem(word, 'porter')), []) AS stems FROM (SELECT unnest(words_in($words)) AS word) WHERE word <> ''
),
places AS MATERIALIZED (
    SELECT rowid AS "row" FROM history.statements
    WHERE id IN (SELECT unnest($ids)) AND superseded_by IS NULL AND ruled_in IS NULL
),
shown AS (
    SELECT id, run, article_id, "day", outlet, speaker_names, speaker_countries, source_text, actor_id, act, kind, manner, confidence,
        recorded_at, content_text, NULL AS verdict
    FROM history.statements AS s JOIN places ON s.rowid = "row"
    UNION ALL
    SELECT id, run, article_id, "day", outlet, speaker_names, speaker_countries, source_text, actor_id, act, kind, manner, confidence,
        recorded_at, content_text, verdict
    FROM statements_ruled(NULL, NULL) WHERE id IN (SELECT unnest($ids))
),
titles AS (SELECT id, title FROM articles WHERE id IN (SELECT unnest($articles)))
SELECT s.id, s.run, s.article_id, s."day", s.outlet, a.title, s.speaker_names, s.speaker_countries, s.source_text, s.actor_id,
    s.act, s.kind, s.manner, s.confidence, s.verdict, s.recorded_at, list_transform(
        regexp_extract_all(substr(s.content_text, 1, 20000), '[\p{L}\p{N}]+|[^\p{L}\p{N}]+'),
        lambda piece: struct_pack(t := piece, h := list_contains(stems, stem(trim(bare_words(piece)), 'porter')))) AS pieces
FROM shown AS s JOIN wanted ON true LEFT JOIN titles AS a ON a.id = s.article_id
