-- The events between two sides, the latest first; of certain types, in a stretch of time.
WITH sides AS (
    SELECT a.record_id, bool_or(a.part = 'actor') AS one_acts, bool_or(a.part = 'recipient') AS one_meets,
        bool_or(b.part = 'actor') AS other_acts, bool_or(b.part = 'recipient') AS other_meets
    FROM actors AS a JOIN actors AS b ON b.record_id = a.record_id
    WHERE a.record = 'event' AND b.record = 'event' AND a.country = $one AND b.country = $other GROUP BY a.record_id
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
