SELECT "day", committer, action_text, deadline_text, deadline_latest,
    -- a deed is kept or broken where somebody has said so, never otherwise
    CASE WHEN c.status IN ('kept', 'broken') THEN c.status WHEN deadline_latest < $today THEN 'overdue' ELSE 'open' END AS status,
    beneficiary, condition_text, strength, outlet, article_id, id, run, statement_id, deadline_earliest, deadline_assumed, deadline_rule,
    "action", condition, deadline, passage, rule, confidence, text_sha256, recorded_at
FROM commitments_as_of(recorded := $recorded) AS c
WHERE is_between("day", $since, $until) AND has_party(committer, $committer_code, $committer_name)
    AND ($beneficiary IS NULL OR beneficiary = $beneficiary) AND ($strength IS NULL OR strength = $strength)
    AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
    AND (NOT $is_due OR (c.status NOT IN ('kept', 'broken') AND coalesce(deadline_latest <= $today, false)))
ORDER BY "day" NULLS LAST, article_id, "action".start, id
LIMIT $most
