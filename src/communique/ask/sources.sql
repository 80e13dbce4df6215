-- Outlets with what is reported by them, those with most articles first.
SELECT a.outlet, a.articles, coalesce(s.statements, 0), a.first, a.last
FROM (SELECT outlet, count(*) AS articles, min("day") AS first, max("day") AS last FROM articles GROUP BY outlet) AS a
LEFT JOIN (SELECT outlet, count(*) AS statements FROM statements GROUP BY outlet) AS s ON s.outlet IS NOT DISTINCT FROM a.outlet
ORDER BY a.articles DESC, a.outlet NULLS LAST LIMIT $most
