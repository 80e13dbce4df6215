-- Issues with positions, those with most reports first.
SELECT issue, count(DISTINCT article_id) AS reports, count(*) AS positions, count(DISTINCT holder) AS holders, min("day") AS first,
    max("day") AS last
FROM positions WHERE is_issue(issue, $names, $words)
GROUP BY issue ORDER BY reports DESC, issue LIMIT $most OFFSET $skip
