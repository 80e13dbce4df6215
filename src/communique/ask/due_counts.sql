-- How many commitments are of each status on a day.
SELECT CASE WHEN status IN ('kept', 'broken') THEN status WHEN deadline_latest < $today THEN 'overdue' ELSE 'open' END AS state, count(*)
FROM commitments WHERE confidence >= $least AND has_party(committer, $code, $name) GROUP BY state
