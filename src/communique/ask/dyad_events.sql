-- The events between two sides, the latest first; of certain types, in a stretch of time.
WITH sides AS (
    SELECT record_id, bool_or(country = $one AND part = 'actor') AS one_acts, bool_or(country = $one AND part = 'recipient') AS one_meets,
        bool_or(country = $other AND part = 'actor') AS other_acts, bool_or(country = $other AND part = 'recipient') AS other_meets
    FROM actors WHERE record = 'event' AND country IN ($one, $other) GROUP BY record_id HAVING count(DISTINCT country) = 2
),
found AS (
    SELECT e.id, coalesce(e.date_earliest, e.date_latest, e."day") AS "when", coalesce(e.event, e.cameo[:2]) AS kind, e.cameo, e.trigger_text,
        e.outlet, e.article_id, e.confidence, s.one_acts AND s.other_acts AND len(e.recipient) = 0
            AND (list_contains($mutual_types, e.event) OR list_contains($mutual_codes, e.cameo)) AS is_mutual,
        s.one_acts AND s.other_meets AS is_one, s.other_acts AND s.one_meets AS is_other
    FROM events AS e JOIN sides AS s ON s.record_id = e.id WHERE len(e.auxiliary) = 0
)
SELECT f.id, f."when", f.kind, f.cameo, f.trigger_text, f.outlet, f.article_id, a.title, f.confidence, f.is_mutual OR f.is_one AS is_one,
    f.is_mutual OR f.is_other AS is_other
FROM found AS f LEFT JOIN articles AS a ON a.id = f.article_id
WHERE (f.is_mutual OR f.is_one OR f.is_other) AND is_between(f."when", $since, $until) AND ($kinds IS NULL OR list_contains($kinds, f.kind))
ORDER BY f."when" DESC NULLS LAST, f.id
LIMIT $most OFFSET $skip
