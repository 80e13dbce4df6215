-- What others are reported to have said: with acts directed at a code, or, of those found by words, what is not the actor's own.
SELECT id, "day", speaker_names, speaker_countries, act, targets, content_text, outlet, article_id, confidence FROM statements
WHERE confidence >= $least AND CASE WHEN $code IS NULL THEN list_contains($ids, id) AND actor_id IS DISTINCT FROM $actor
    ELSE list_contains(targets, $code) AND NOT coalesce(list_contains(speaker_countries, $code), false) END
ORDER BY "day" DESC NULLS LAST, id
LIMIT $most
