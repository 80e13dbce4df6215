-- Stories that several articles tell, those of most articles first.
SELECT r.story, count(*) AS reports, count(DISTINCT a.outlet) AS outlets, min(a."day") AS first, max(a."day") AS last,
    any_value(r.agency) AS agency, any_value(r.origin_id) AS origin, any_value(r.origin_rule) AS origin_rule,
    arg_min(a.title, coalesce(a."day", DATE '9999-12-31')) AS title
FROM reprints AS r JOIN articles AS a ON a.id = r.article_id
GROUP BY r.story HAVING count(*) > 1
ORDER BY reports DESC, r.story LIMIT $most OFFSET $skip
