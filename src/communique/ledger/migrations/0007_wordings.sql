-- Identical passages as one: every wording of a current statement, whoever printed it, and how many told it independently.
CREATE VIEW wordings AS
    SELECT s.passage, arg_min(s.content_text, s.article_id) AS content_text, count(DISTINCT s.article_id) AS reports,
        count(DISTINCT s.outlet) AS outlets, count(DISTINCT coalesce(r.story, s.article_id)) AS origins, min(s."day") AS first,
        max(s."day") AS last, list(s.id ORDER BY s."day" NULLS LAST, s.article_id, s.id) AS statements
    FROM statements AS s LEFT JOIN reprints AS r ON r.article_id = s.article_id GROUP BY s.passage;
