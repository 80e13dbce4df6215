-- Names of speakers in which the words of a name stand; the first of them is looked for before the others, which takes longer.
WITH names AS (SELECT DISTINCT unnest(speaker_names) AS "name" FROM history.statements UNION SELECT unnest(speaker_names) FROM statements_ruled(NULL, NULL))
SELECT "name" FROM names WHERE contains(strip_accents(lower("name")), $first) AND contains(bare_words("name"), $bare) LIMIT 1000
