-- Goes on from ranked.sql.
found AS (
    SELECT s.*, score FROM statements_as_of(recorded := $recorded) AS s JOIN best USING (passage)
    WHERE is_between("day", $since, $until) AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
    ORDER BY score DESC, "day" NULLS LAST, s.id LIMIT $most
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
