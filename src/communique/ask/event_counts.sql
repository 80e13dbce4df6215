WITH both_sides AS (  -- as in events.sql
    SELECT record_id FROM actors_as_of(recorded := $recorded) WHERE $one IS NOT NULL AND record = 'event' AND country IN ($one, $other)
    GROUP BY record_id HAVING $one = $other OR count(DISTINCT country) = 2
),
found AS (
    SELECT *, coalesce(date_earliest, date_latest, "day") AS "when", coalesce(event, cameo[:2]) AS kind,
        CASE WHEN len(recipient) = 0 AND (list_contains($mutual_types, event) OR list_contains($mutual_codes, cameo)) THEN actor
        ELSE recipient END AS others
    FROM events_as_of(recorded := $recorded)
    WHERE len(auxiliary) = 0 AND ($outlet IS NULL OR lower(outlet) = lower($outlet)) AND ($one IS NULL OR id IN (FROM both_sides))
),
pairs AS (
    SELECT id, article_id, outlet, "when", kind, unnest(list_distinct(flatten(list_transform(actor, lambda a:
        list_transform(others, lambda r: {'actor': a.country, 'recipient': r.country}))))) AS pair, others = actor AS is_mutual
    FROM found WHERE is_between("when", $since, $until) AND "when" IS NOT NULL AND kind IS NOT NULL
        AND ($type IS NULL OR kind = $type)
),
told AS (SELECT article_id, story FROM history.reprints WHERE was_current(recorded_at, superseded_at, $recorded))
SELECT strftime("when", $period) AS period, pair.actor AS actor, pair.recipient AS recipient, kind AS event,
    count(DISTINCT article_id) AS reports, count(DISTINCT outlet) AS outlets, count(DISTINCT coalesce(story, article_id)) AS origins
FROM pairs LEFT JOIN told USING (article_id)
WHERE pair.actor IS NOT NULL AND pair.recipient IS NOT NULL AND NOT (is_mutual AND pair.actor = pair.recipient)
    AND ($one IS NULL OR (pair.actor = $one AND pair.recipient = $other) OR (pair.actor = $other AND pair.recipient = $one))
GROUP BY ALL
ORDER BY ALL
LIMIT $most
