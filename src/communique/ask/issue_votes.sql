-- The last vote of each state on an issue.
SELECT country, "day", vote, stance FROM votes WHERE issue = $name
QUALIFY row_number() OVER (PARTITION BY country ORDER BY "day" DESC, id) = 1
ORDER BY country
