-- Records that wait for a judge: of the least sure, those most rests on first. Readings are shown as read, whatever others decided.
WITH decided AS (
    SELECT record_id, anchor_text, claim, judge FROM history.judgements
    WHERE verdict IN ('accept', 'reject', 'correct')
        AND id NOT IN (SELECT revokes FROM history.judgements WHERE revokes IS NOT NULL)
),
unsure AS (
    FROM (SELECT 'statement' AS record, id, run, article_id, "day", outlet, content_text AS words, passage, rule, confidence,
            statement_claim(source, cue, speaker_names, speaker_countries, act, targets) AS claim
        FROM history.statements WHERE rowid IN (SELECT rowid FROM history.statements WHERE superseded_by IS NULL AND coalesce($record, 'statement') = 'statement'
            ORDER BY confidence, id LIMIT $least))
    UNION ALL
    FROM (SELECT 'position', id, run, article_id, "day", outlet, evidence_text, passage, rule, confidence,
            position_claim(holder, issue, stance)
        FROM history.positions WHERE rowid IN (SELECT rowid FROM history.positions WHERE superseded_by IS NULL AND coalesce($record, 'position') = 'position'
            ORDER BY confidence, id LIMIT $least))
    UNION ALL
    FROM (SELECT 'commitment', id, run, article_id, "day", outlet, action_text, passage, rule, confidence,
            commitment_claim(committer, beneficiary, deadline_earliest, deadline_latest, strength)
        FROM history.commitments WHERE rowid IN (SELECT rowid FROM history.commitments WHERE superseded_by IS NULL AND coalesce($record, 'commitment') = 'commitment'
            ORDER BY confidence, id LIMIT $least))
    UNION ALL
    FROM (SELECT 'event', id, run, article_id, "day", outlet, trigger_text, NULL, rule, confidence,
            event_claim(event, "mode", cameo, actor, recipient, auxiliary)
        FROM history.events WHERE rowid IN (SELECT rowid FROM history.events WHERE superseded_by IS NULL AND coalesce($record, 'event') = 'event'
            ORDER BY confidence, id LIMIT $least))
),
resting AS (
    SELECT statement_id, count(*) AS records FROM (
        SELECT statement_id FROM history.positions WHERE superseded_by IS NULL
        UNION ALL SELECT statement_id FROM history.commitments WHERE superseded_by IS NULL
        UNION ALL SELECT statement_id FROM history.events WHERE superseded_by IS NULL)
    WHERE statement_id IN (SELECT id FROM unsure WHERE record = 'statement') GROUP BY statement_id
),
again AS (
    SELECT 'statement' AS record, passage, count(*) AS records FROM history.statements
    WHERE superseded_by IS NULL AND passage IN (SELECT passage FROM unsure WHERE record = 'statement') GROUP BY passage
    UNION ALL
    SELECT 'position', passage, count(*) FROM history.positions
    WHERE superseded_by IS NULL AND passage IN (SELECT passage FROM unsure WHERE record = 'position') GROUP BY passage
    UNION ALL
    SELECT 'commitment', passage, count(*) FROM history.commitments
    WHERE superseded_by IS NULL AND passage IN (SELECT passage FROM unsure WHERE record = 'commitment') GROUP BY passage
),
judged AS (
    SELECT u.id, bool_or(d.judge = $judge) AS by_judge, coalesce(bool_or(d.judge = $other), false) AS by_other
    FROM unsure AS u JOIN decided AS d ON d.record_id = u.id AND d.anchor_text = u.words AND (d.claim IS NULL OR d.claim = u.claim)
    GROUP BY u.id
)
SELECT u.record, u.id, u.run, u.article_id, u."day", u.outlet, u.words, u.rule, u.confidence,
    CAST(coalesce(a.records, 1) + coalesce(r.records, 0) AS INTEGER) AS used
FROM unsure AS u LEFT JOIN resting AS r ON r.statement_id = u.id AND u.record = 'statement'
    LEFT JOIN again AS a ON a.record = u.record AND a.passage = u.passage LEFT JOIN judged AS j ON j.id = u.id
WHERE CASE WHEN $other IS NULL THEN j.id IS NULL ELSE NOT coalesce(j.by_judge, false) END
ORDER BY coalesce(j.by_other, false) DESC, (1 - u.confidence) * used DESC, u.id
LIMIT $most OFFSET $skip
