-- Each vote with what its state said on the issue in the days before: the last day on which it took a stance, and who reported it.
WITH ballots AS (
    FROM votes WHERE ($holder IS NULL OR country = $holder) AND is_issue(coalesce(issue, ''), $issues, $words)
),
said AS (SELECT *, unnest(holder) AS one FROM positions WHERE "day" IS NOT NULL),
heard AS (
    SELECT v.id AS vote_id, p.* FROM ballots AS v JOIN said AS p
        ON p.one = v.country AND p.issue = v.issue AND p."day" <= v."day" AND p."day" >= v."day" - CAST($within AS INTEGER)
    QUALIFY rank() OVER (PARTITION BY v.id ORDER BY p."day" DESC) = 1
),
told AS (
    SELECT vote_id, any_value(h."day") AS said_day, CASE WHEN count(DISTINCT stance) = 1 THEN any_value(stance) END AS said,
        arg_min(evidence_text, h.id) AS words, list(h.id ORDER BY h.id) AS positions, count(DISTINCT h.article_id) AS reports,
        count(DISTINCT h.outlet) AS outlets, count(DISTINCT o.story) AS origins
    FROM heard AS h JOIN stories AS o ON o.article_id = h.article_id GROUP BY vote_id
)
SELECT v.country AS holder, v.issue, v."day", v.resolution, v.vote, v.stance AS voted, t.said, t.said_day,
    CASE WHEN v.stance IS NULL OR t.said IS NULL THEN NULL ELSE v.stance = t.said END AS agrees, t.words,
    coalesce(t.reports, 0) AS reports, coalesce(t.outlets, 0) AS outlets, coalesce(t.origins, 0) AS origins, coalesce(t.positions, [])
FROM ballots AS v LEFT JOIN told AS t ON t.vote_id = v.id
ORDER BY v."day", v.country, v.roll_call
