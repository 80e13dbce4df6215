-- Where a code stands on each issue, or where an actor's own statements put whom they speak for; issues with most reports first.
WITH found AS (
    SELECT issue, stance, "day", id, article_id FROM positions
    WHERE confidence >= $least AND CASE WHEN $code IS NULL THEN statement_id IN (
        SELECT id FROM statements WHERE actor_id = $actor) ELSE list_contains(holder, $code) END
),
days AS (
    SELECT issue, "day", CASE WHEN count(DISTINCT stance) = 1 THEN any_value(stance) END AS stance, min(id) AS id
    FROM found WHERE "day" IS NOT NULL GROUP BY issue, "day"
),
latest AS (FROM days QUALIFY row_number() OVER (PARTITION BY issue ORDER BY "day" DESC) = 1),
turned AS (
    SELECT d.issue, max(d."day") AS "day" FROM days AS d JOIN latest AS l USING (issue)
    WHERE d.stance IS DISTINCT FROM l.stance GROUP BY d.issue
),
held AS (
    SELECT d.issue, min(d."day") AS since FROM days AS d LEFT JOIN turned AS t USING (issue)
    WHERE t."day" IS NULL OR d."day" > t."day" GROUP BY d.issue
),
counted AS (SELECT issue, count(DISTINCT article_id) AS reports, min("day") AS first, min(id) AS id FROM found GROUP BY issue)
SELECT c.issue, l.stance, h.since, l."day" AS last, c.first, t."day" AS turned, c.reports, coalesce(l.id, c.id) AS position
FROM counted AS c LEFT JOIN latest AS l USING (issue) LEFT JOIN held AS h USING (issue) LEFT JOIN turned AS t USING (issue)
ORDER BY c.reports DESC, c.issue
LIMIT $most
