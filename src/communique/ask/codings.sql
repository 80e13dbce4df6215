WITH made AS (
    FROM history.readings AS r WHERE was_current(r.recorded_at, r.superseded_at, $recorded)
),
happened AS (
    SELECT article_id, list({id: id, event: event, "mode": "mode", context: context, cameo: cameo, "trigger": "trigger", actor: actor,
        recipient: recipient, date_earliest: date_earliest, date_latest: date_latest, date_rule: date_rule, "location": location,
        location_name: location_name, location_country: location_country, auxiliary: auxiliary, statement_id: statement_id, rule: rule,
        confidence: confidence} ORDER BY "trigger".start, id) AS events
    FROM events_as_of(recorded := $recorded) GROUP BY article_id
)
SELECT a.id AS article_id, a.url, a.title, a.outlet, a.byline, a.published, a."day", a."language", a.place, a.agency, a.dateline,
    a.text_sha256, a.text, h.events, m.version, m.lexicon_sha256, m.pipeline_sha256, m.settings_sha256, m.kernel, m.weights_sha256
FROM articles_as_of(recorded := $recorded) AS a JOIN happened AS h ON h.article_id = a.id JOIN made AS m ON m.article_id = a.id
WHERE is_between(a."day", $since, $until)
ORDER BY a."day" NULLS LAST, a.id
