-- names are compared with each holder and each issue once, not with those of every position; any_value keeps DuckDB from doing it before
WITH holders AS (
    SELECT any_value(holder) AS holder FROM history.positions WHERE $holder_name IS NOT NULL GROUP BY positions.holder
    UNION ALL
    SELECT from_json("columns"->'holder', '["VARCHAR"]') FROM history.rulings WHERE $holder_name IS NOT NULL AND record = 'position'
),
named AS (FROM holders WHERE has_party(holder, NULL, $holder_name)),
known AS (
    SELECT issue FROM history.issues
    UNION
    SELECT coalesce(stands_for, "columns"->>'issue') FROM history.rulings WHERE record IN ('issue', 'position')
),
meant AS (FROM known WHERE is_issue(issue, $issues, $issue_words)),
found AS (
    FROM positions_as_of(recorded := $recorded)
    WHERE is_between("day", $since, $until) AND ($as_of IS NULL OR is_between("day", NULL, $as_of))
        AND has_party(holder, $holder_code, NULL) AND ($holder_name IS NULL OR holder IN (FROM named))
        AND (($issues IS NULL AND $issue_words IS NULL) OR issue IN (FROM meant))
        AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
),
each AS (SELECT id, "day", issue, unnest(holder) AS one FROM found WHERE $as_of IS NOT NULL),
held AS (FROM each WHERE has_party([one], $holder_code, $holder_name)),
-- where each stood on the day: all that the last day's articles say of a holder and an issue, also where they differ
last AS (SELECT one, issue, max("day") AS "day" FROM held GROUP BY one, issue),
stood AS (SELECT id FROM held JOIN last USING (one, issue, "day"))
SELECT "day", holder, issue, stance, evidence_text, grounds_text, outlet, article_id, id, run, statement_id, evidence, grounds,
    ground_kinds, passage, rule, confidence, text_sha256, recorded_at
FROM found
WHERE ($stance IS NULL OR stance = $stance) AND ($as_of IS NULL OR id IN (SELECT id FROM stood))
ORDER BY "day" NULLS LAST, article_id, evidence.start, id
LIMIT $most
