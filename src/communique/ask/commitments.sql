WITH revoked AS (SELECT revokes AS id FROM history.judgements WHERE revokes IS NOT NULL AND ($recorded IS NULL OR recorded_at <= $recorded)),
-- what people last decided; a deed is never called kept or broken otherwise
judged AS (
    SELECT record_id, arg_max(verdict, judged_at) AS verdict FROM history.judgements
    WHERE record = 'commitment' AND verdict IN ('kept', 'broken') AND id NOT IN (SELECT id FROM revoked)
        AND ($recorded IS NULL OR recorded_at <= $recorded)
    GROUP BY record_id
)
SELECT "day", committer, action_text, deadline_text, deadline_latest,
    coalesce(verdict, CASE WHEN deadline_latest < $today THEN 'overdue' ELSE 'open' END) AS status,
    beneficiary, condition_text, strength, outlet, article_id, id, run, statement_id, deadline_earliest, deadline_assumed, deadline_rule,
    "action", condition, deadline, passage, rule, confidence, text_sha256, recorded_at
FROM commitments_as_of(recorded := $recorded) AS c LEFT JOIN judged ON c.id = judged.record_id
WHERE is_between("day", $since, $until) AND has_party(committer, $committer_code, $committer_name)
    AND ($beneficiary IS NULL OR beneficiary = $beneficiary) AND ($strength IS NULL OR strength = $strength)
    AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
    AND (NOT $is_due OR (verdict IS NULL AND coalesce(deadline_latest <= $today, false)))
ORDER BY "day" NULLS LAST, article_id, "action".start, id
LIMIT $most
