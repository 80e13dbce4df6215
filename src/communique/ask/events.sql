-- an event has both sides of a dyad only if both are named in it, and that is a short look at two columns
WITH both_sides AS (
    SELECT record_id FROM actors_as_of(recorded := $recorded) WHERE $one IS NOT NULL AND record = 'event' AND country IN ($one, $other)
    GROUP BY record_id HAVING $one = $other OR count(DISTINCT country) = 2
),
found AS (
    SELECT *, coalesce(date_earliest, date_latest, "day") AS "when", coalesce(event, cameo[:2]) AS kind,
        -- who did it to whom, two by two; those who did it with each other in both directions
        list_distinct(flatten(list_transform(actor, lambda a: list_transform(
            CASE WHEN len(recipient) = 0 AND (list_contains($mutual_types, event) OR list_contains($mutual_codes, cameo)) THEN actor
            ELSE recipient END,
            lambda r: {'actor': a.country, 'recipient': r.country})))) AS pairs
    FROM events_as_of(recorded := $recorded)
    WHERE $one IS NULL OR id IN (FROM both_sides)
)
SELECT "when", actor, recipient, event, cameo, trigger_text, auxiliary, outlet, "day", article_id, id, run, statement_id, "mode", context,
    "trigger", date_earliest, date_latest, date_rule, location_name, location_country, location, rule, confidence, text_sha256, recorded_at
FROM found
WHERE is_between("when", $since, $until) AND ($type IS NULL OR coalesce(kind = $type, false))
    AND ($outlet IS NULL OR lower(outlet) = lower($outlet))
    AND ($one IS NULL OR list_contains(pairs, {'actor': $one, 'recipient': $other})
        OR list_contains(pairs, {'actor': $other, 'recipient': $one}))
ORDER BY "when" NULLS LAST, article_id, "trigger".start, id
LIMIT $most
