-- Articles by month.
SELECT CAST(date_trunc('month', "day") AS DATE) AS month, count(*) FROM articles WHERE "day" IS NOT NULL GROUP BY month ORDER BY month
