WITH found AS (
    FROM positions_as_of(recorded := $recorded)
    WHERE is_between("day", $since, $until) AND ($as_of IS NULL OR is_between("day", NULL, $as_of))
        AND has_party(holder, $holder_code, $holder_name) AND is_issue(issue, $issues, $issue_words)
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
