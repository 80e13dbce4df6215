-- People and bodies that speak, each under its id, those of most statements first; with words, those in whose name they stand.
SELECT actor_id AS id, arg_max(speaker_names[1], "day") AS "name", any_value(speaker_countries[1]) AS country,
    arg_max(speaker_title, "day") AS title, count(*) AS statements, min("day") AS first, max("day") AS last
FROM statements
WHERE actor_id IS NOT NULL AND ($code IS NULL OR list_contains(speaker_countries, $code)) AND has_party(speaker_names, NULL, $name)
GROUP BY actor_id ORDER BY statements DESC, id LIMIT $most OFFSET $skip
