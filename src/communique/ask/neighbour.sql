-- The article next to one in time: behind it where $step is 1, before it where it is -1.
SELECT id, title, outlet, "day" FROM articles
WHERE CASE WHEN $step > 0 THEN "day" >= CAST($day AS DATE) AND ("day", id) > (CAST($day AS DATE), $id)
    ELSE "day" <= CAST($day AS DATE) AND ("day", id) < (CAST($day AS DATE), $id) END
ORDER BY CASE WHEN $step > 0 THEN "day" END, CASE WHEN $step > 0 THEN id END, "day" DESC, id DESC
LIMIT 1
