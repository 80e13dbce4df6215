-- Articles, the newest first; how many statements were found in each of those asked for.
WITH page AS (
    SELECT id, title, outlet, "day" FROM articles WHERE $outlet IS NULL OR outlet = $outlet
    ORDER BY "day" DESC NULLS LAST, id LIMIT $most OFFSET $skip
)
SELECT a.id, a.title, a.outlet, a."day", CAST(count(s.id) AS INTEGER) AS statements
FROM page AS a LEFT JOIN (SELECT id, article_id FROM statements WHERE article_id IN (SELECT id FROM page)) AS s ON s.article_id = a.id
GROUP BY ALL ORDER BY a."day" DESC NULLS LAST, a.id
