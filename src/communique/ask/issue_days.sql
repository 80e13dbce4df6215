-- What each holder took as a stance on an issue, day by day: the stances reported, by how many articles and stories. Holders of most reports.
WITH found AS (
    SELECT unnest(holder) AS one, "day", stance, id, article_id FROM positions WHERE issue = $name AND confidence >= $least
),
ranked AS (
    SELECT one, count(DISTINCT article_id) AS reports FROM found GROUP BY one ORDER BY reports DESC, one LIMIT $most OFFSET $skip
)
SELECT f.one AS holder, f."day", list_sort(list(DISTINCT f.stance)) AS stances, count(DISTINCT f.article_id) AS reports,
    count(DISTINCT coalesce(r.story, f.article_id)) AS origins, min(f.id) AS position
FROM found AS f JOIN ranked AS k ON k.one = f.one LEFT JOIN reprints AS r ON r.article_id = f.article_id
GROUP BY f.one, f."day"
ORDER BY max(k.reports) DESC, f.one, f."day" NULLS FIRST
