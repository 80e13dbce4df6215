-- Commitments with their status on a day, those whose last day is nearest to it first; of some status, of some committer.
WITH found AS (
    SELECT *, CASE WHEN status IN ('kept', 'broken') THEN status WHEN deadline_latest < $today THEN 'overdue' ELSE 'open' END AS state
    FROM commitments WHERE confidence >= $least AND has_party(committer, $code, $name)
),
chosen AS (
    SELECT * FROM found WHERE ($status IS NULL OR state = $status) AND (NOT $is_dated OR coalesce(deadline_latest, deadline_assumed) IS NOT NULL)
    ORDER BY abs(date_diff('day', CAST($today AS DATE), coalesce(deadline_latest, deadline_assumed))) NULLS LAST, "day" DESC NULLS LAST, id
    LIMIT $most OFFSET $skip
),
judged AS (
    SELECT record_id, verdict, max(judged_at) AS judged_at, arg_max(judge, judged_at) AS judge, arg_max(note, judged_at) AS note
    FROM judgements WHERE record = 'commitment' AND verdict IN ('kept', 'broken')
        AND id NOT IN (SELECT revokes FROM judgements WHERE revokes IS NOT NULL) GROUP BY record_id, verdict
)
SELECT c.id, c.state AS status, c.committer, c.action_text, c.beneficiary, c.condition_text, c.strength, c.deadline_text, c.deadline_earliest,
    c.deadline_latest, c.deadline_assumed, c.deadline_rule, c."day", c.outlet, c.article_id, c.statement_id, c.rule, c.confidence,
    j.judge, j.judged_at, j.note
FROM chosen AS c LEFT JOIN judged AS j ON j.record_id = c.id AND j.verdict = c.state
ORDER BY abs(date_diff('day', CAST($today AS DATE), coalesce(c.deadline_latest, c.deadline_assumed))) NULLS LAST, c."day" DESC NULLS LAST, c.id
