-- A name stands alone only with its country: two people of one name are not made one.
SELECT "name", country, coalesce(list_sort(list(DISTINCT "role") FILTER ("role" IS NOT NULL)), []) AS roles,
    coalesce(list_sort(list(DISTINCT title) FILTER (title IS NOT NULL)), []) AS titles,
    count(DISTINCT record_id) FILTER (record = 'statement') AS statements, count(DISTINCT record_id) FILTER (record = 'event') AS events,
    count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets,
    count(DISTINCT coalesce(story, article_id)) AS origins, min("day") AS first, max("day") AS last,
    coalesce(list_sort(list(DISTINCT actor_id) FILTER (actor_id IS NOT NULL)), []) AS actor_ids
FROM actors_as_of(recorded := $recorded) LEFT JOIN (
    SELECT article_id, story FROM history.reprints WHERE was_current(recorded_at, superseded_at, $recorded)
) USING (article_id)
WHERE ("name" IS NOT NULL OR country IS NOT NULL) AND is_between("day", $since, $until)
    AND ($code IS NULL OR coalesce(country = $code, false)) AND has_party(["name"], NULL, $name)
GROUP BY "name", country
ORDER BY articles DESC, "name" NULLS LAST, country NULLS LAST
LIMIT $most
