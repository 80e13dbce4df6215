-- Every position, a row for each of its holders, with the words before its evidence, its statement and its story.
WITH held AS (
    SELECT *, unnest(holder) AS one FROM positions WHERE has_party(holder, $code, $name) AND is_issue(issue, $issues, $words)
)
SELECT h.one AS holder, h.issue, h."day", h.stance, h.id, h.statement_id, h.article_id, h.outlet, o.story, s.actor_id, s.speaker_names,
    s.act, coalesce(s.content_text, h.evidence_text) AS words, coalesce(s.passage, h.passage) AS passage, h.evidence_text AS evidence,
    substring(a."text", greatest(h.evidence.start - 79, 1), least(80, h.evidence.start)) AS lead, h.grounds_text AS grounds
FROM held AS h
JOIN articles AS a ON a.id = h.article_id
JOIN stories AS o ON o.article_id = h.article_id
LEFT JOIN statements AS s ON s.id = h.statement_id AND s.article_id = h.article_id
WHERE has_party([h.one], $code, $name)
ORDER BY h.one, h.issue, h."day" NULLS LAST, a.published, h.article_id, h.evidence.start, h.id
