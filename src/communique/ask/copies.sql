-- The other articles of an article's story, the earliest first.
SELECT a.id, a.title, a.outlet, a."day"
FROM articles AS a JOIN reprints AS r ON r.article_id = a.id
WHERE r.story = (SELECT story FROM reprints WHERE article_id = $id LIMIT 1) AND a.id <> $id
ORDER BY a."day" NULLS LAST, a.id LIMIT 100
