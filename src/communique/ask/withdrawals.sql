-- Statements of one state that may take a stance back.
SELECT speaker_countries[1] AS holder, s."day", s.id, s.article_id, s.outlet, o.story, s.actor_id, s.speaker_names, s.act,
    s.content_text AS words, s.passage
FROM statements AS s JOIN stories AS o ON o.article_id = s.article_id
WHERE len(speaker_countries) = 1 AND ($holder IS NULL OR speaker_countries[1] = $holder) AND regexp_matches(s.content_text, $pattern, 'i')
ORDER BY s."day" NULLS LAST, s.article_id, s.id
