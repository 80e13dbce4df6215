-- Statements for a list of hits, narrow: what is shown of a hit found.sql tells. Goes on from best.sql or every.sql.
taken AS (
    SELECT s.id, s.article_id, s."day", s.outlet, s.act, s.speaker_countries, s.recorded_at, s.score
    FROM heard AS s
    WHERE is_between(s."day", $since, $until) AND ($outlet IS NULL OR lower(s.outlet) = lower($outlet))
        AND has_party(s.speaker_countries, $speaker_code, NULL) AND ($speaker_names IS NULL OR list_has_any(coalesce(s.speaker_names, []), $speaker_names))
        AND has_party(s.speaker_countries, $country, NULL) AND has_party(s.targets, $target, NULL)
        AND ($act IS NULL OR s.act = $act) AND ($kind IS NULL OR s.kind = $kind) AND ($manner IS NULL OR s.manner = $manner)
        AND ($is_any_issue OR s.id IN (SELECT statement_id FROM positions WHERE is_issue(issue, $issues, $issue_words)))
        AND len(list_filter($phrases, lambda one: NOT contains(bare_words(s.content_text), bare_words(one)))) = 0
        AND len(list_filter($without, lambda one: contains(bare_words(s.content_text), bare_words(one)))) = 0
)
SELECT id, article_id, "day", outlet, act, speaker_countries, recorded_at FROM taken
ORDER BY CASE WHEN $is_newest THEN NULL ELSE score END DESC NULLS LAST, "day" DESC NULLS LAST, id LIMIT $most
