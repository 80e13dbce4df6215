-- With whom an actor, or whoever speaks or acts for a code, has to do: statements directed at them, and events between them and a code.
WITH said AS (
    SELECT other, count(*) AS said FROM (
        SELECT unnest(targets) AS other FROM statements
        WHERE len(targets) > 0 AND CASE WHEN $code IS NULL THEN actor_id = $actor ELSE list_contains(speaker_countries, $code) END
    ) GROUP BY other
),
pairs AS (
    SELECT DISTINCT m.record_id, o.country AS other, m.part = 'actor' AS has_done
    FROM actors AS m JOIN actors AS o ON o.record_id = m.record_id
    WHERE m.record = 'event' AND o.record = 'event' AND m.country = $code AND o.country <> $code
        AND NOT (m.part = 'recipient' AND o.part = 'recipient')
),
met AS (
    SELECT other, count(*) FILTER (has_done) AS did, count(*) FILTER (NOT has_done) AS met
    FROM pairs SEMI JOIN (FROM events WHERE len(auxiliary) = 0) AS e ON e.id = record_id GROUP BY other
)
FROM (SELECT coalesce(s.other, m.other) AS other, coalesce(s.said, 0) AS said, coalesce(m.did, 0) AS did, coalesce(m.met, 0) AS met
    FROM said AS s FULL JOIN met AS m ON s.other = m.other)
WHERE other IS DISTINCT FROM $code
ORDER BY said + did + met DESC, other
LIMIT $most
