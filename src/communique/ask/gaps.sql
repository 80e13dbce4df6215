-- Days without articles between two that have some, the longest first.
WITH days AS (SELECT DISTINCT "day" FROM articles WHERE "day" IS NOT NULL),
apart AS (SELECT "day", lead("day") OVER (ORDER BY "day") AS following FROM days)
SELECT "day" + 1, following - 1, following - "day" - 1 AS days FROM apart WHERE following - "day" > $shortest
ORDER BY days DESC, "day" LIMIT $most
