-- Stories of several articles, or the one an article belongs to, an article a row.
SELECT r.story, a.id AS article, a."day", a.outlet, a.title, r.likeness, r.score, r.origin_id AS origin, r.origin_rule, r.agency,
    count(*) OVER (PARTITION BY r.story) AS reports, count(DISTINCT a.outlet) OVER (PARTITION BY r.story) AS outlets
FROM reprints AS r JOIN articles AS a ON a.id = r.article_id
WHERE $id IS NULL OR r.story = (SELECT story FROM reprints WHERE article_id = $id)
    OR r.story IN (SELECT o.story FROM reprints AS o JOIN statements AS s ON s.article_id = o.article_id WHERE s.id = $id)
ORDER BY reports DESC, r.story, a."day" NULLS LAST, a.published, a.id
