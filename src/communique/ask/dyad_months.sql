-- What two sides are reported to have done to each other, by month, direction and type: articles, stories, days.
WITH sides AS (
    SELECT a.record_id, bool_or(a.part = 'actor') AS one_acts, bool_or(a.part = 'recipient') AS one_meets,
        bool_or(b.part = 'actor') AS other_acts, bool_or(b.part = 'recipient') AS other_meets
    FROM actors AS a JOIN actors AS b ON b.record_id = a.record_id
    WHERE a.record = 'event' AND b.record = 'event' AND a.country = $one AND b.country = $other GROUP BY a.record_id
),
found AS (
    SELECT e.article_id, coalesce(e.date_earliest, e.date_latest, e."day") AS "when", coalesce(e.event, e.cameo[:2]) AS kind,
        s.one_acts AND s.other_acts AND len(e.recipient) = 0
            AND (list_contains($mutual_types, e.event) OR list_contains($mutual_codes, e.cameo)) AS is_mutual, s.*
    FROM events AS e JOIN sides AS s ON s.record_id = e.id WHERE len(e.auxiliary) = 0
),
ways AS (
    SELECT true AS is_one, * FROM found WHERE is_mutual OR (one_acts AND other_meets)
    UNION ALL
    SELECT false, * FROM found WHERE is_mutual OR (other_acts AND one_meets)
)
SELECT CAST(date_trunc('month', w."when") AS DATE) AS month, w.is_one, w.kind, count(DISTINCT w.article_id) AS reports,
    count(DISTINCT coalesce(r.story, w.article_id)) AS origins, count(DISTINCT w."when") AS days
FROM ways AS w LEFT JOIN reprints AS r ON r.article_id = w.article_id
WHERE w."when" IS NOT NULL AND w.kind IS NOT NULL
GROUP BY ALL ORDER BY ALL
