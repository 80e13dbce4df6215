-- Under which names and in which roles an actor, or whoever speaks for a code, speaks; as a whole; and month by month.
WITH mine AS (
    SELECT speaker_names[greatest(coalesce(list_position(speaker_countries, $code), 1), 1)] AS "name", speaker_countries[1] AS country,
        CASE WHEN $code IS NOT NULL THEN "name" END AS bearer, speaker_role AS "role", lower(speaker_title) AS office,
        speaker_title AS title, CAST(date_trunc('month', "day") AS DATE) AS month, count(*) AS statements, min("day") AS first, max("day") AS last
    FROM statements
    WHERE CASE WHEN $code IS NULL THEN actor_id = $actor ELSE list_contains(speaker_countries, $code) END
    GROUP BY ALL
),
summed AS (
    SELECT CASE grouping("name", office, month) WHEN 5 THEN 'role' WHEN 3 THEN 'name' WHEN 6 THEN 'month' ELSE 'whole' END AS part,
        coalesce("name", bearer) AS "name", coalesce($code, country) AS country, "role",
        CASE WHEN grouping(office) = 0 THEN arg_max(title, statements) END AS title, month, CAST(sum(statements) AS BIGINT) AS statements,
        min(first) AS first, max(last) AS last
    FROM mine GROUP BY GROUPING SETS ((bearer, country, "role", office), ("name", country), (month), ())
)
FROM summed WHERE statements > 0
QUALIFY part = 'month' OR row_number() OVER (PARTITION BY part ORDER BY statements DESC, "name" NULLS LAST, title, "role") <= $most
ORDER BY part, month, statements DESC, "name" NULLS LAST, title, "role"
