-- Pairs of sides with most events between them.
SELECT least(a.country, b.country) AS one, greatest(a.country, b.country) AS other, count(DISTINCT a.record_id) AS events, min(a."day") AS first,
    max(a."day") AS last
FROM actors AS a JOIN actors AS b ON b.record_id = a.record_id
WHERE a.record = 'event' AND b.record = 'event' AND a.part = 'actor' AND b.part = 'recipient' AND a.country <> b.country
GROUP BY ALL ORDER BY events DESC, one, other LIMIT $most
