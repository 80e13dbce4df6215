-- What an actor, or whoever speaks for a code, is reported to have said, the latest first.
SELECT id, "day", speaker_names, speaker_countries, act, targets, content_text, outlet, article_id, confidence FROM statements
WHERE confidence >= $least AND CASE WHEN $code IS NULL THEN actor_id = $actor ELSE list_contains(speaker_countries, $code) END
ORDER BY "day" DESC NULLS LAST, id
LIMIT $most OFFSET $skip
