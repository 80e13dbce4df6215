-- Judgements become rulings when they are recorded: what all of them that are in force say of one record, actor or issue. Rulings are
-- laid over the readings whenever these are asked for. ruled_in only says where to look: a row that no ruling was ever about comes as it
-- was read, by the first branch of each macro, whose conditions reach the table, so that what nobody judged costs no more than before.
-- Rows that rulings are about have a copy in the schema `judged`, as read: they lie scattered in `history`, where each would cost a block.

ALTER TABLE history.judgements ADD COLUMN anchor span[];
ALTER TABLE history.judgements ADD COLUMN anchor_text VARCHAR;
ALTER TABLE history.judgements ADD COLUMN claim VARCHAR;
COMMENT ON COLUMN history.judgements.verdict IS 'accept, reject, correct, comment, merge, split, rename, kept, broken or undo.';
COMMENT ON COLUMN history.judgements.field IS 'What is corrected: a column, or speaker, deadline, date, which stand for several.';
COMMENT ON COLUMN history.judgements.anchor IS 'Spans by which the record is known again: content, evidence, action or trigger.';
COMMENT ON COLUMN history.judgements.anchor_text IS 'Their words.';
COMMENT ON COLUMN history.judgements.claim IS 'Hash of what the reading claimed: accept and reject hold for no other.';
CREATE OR REPLACE VIEW judgements AS FROM history.judgements;

ALTER TABLE history.statements ADD COLUMN ruled_in INTEGER;
ALTER TABLE history.positions ADD COLUMN ruled_in INTEGER;
ALTER TABLE history.commitments ADD COLUMN ruled_in INTEGER;
ALTER TABLE history.events ADD COLUMN ruled_in INTEGER;
ALTER TABLE history.actors ADD COLUMN ruled_in INTEGER;
ALTER TABLE history.relays ADD COLUMN ruled_in INTEGER;
COMMENT ON COLUMN history.statements.ruled_in IS 'The run whose rulings first were about the row or what it names; null: there are none.';

CREATE SCHEMA judged;
CREATE TABLE judged.statements AS FROM history.statements LIMIT 0;
CREATE TABLE judged.positions AS FROM history.positions LIMIT 0;
CREATE TABLE judged.commitments AS FROM history.commitments LIMIT 0;
CREATE TABLE judged.events AS FROM history.events LIMIT 0;
CREATE TABLE judged.actors AS FROM history.actors LIMIT 0;
CREATE TABLE judged.relays AS FROM history.relays LIMIT 0;

CREATE TABLE history.rulings (
    record VARCHAR, record_id VARCHAR, anchor span[], anchor_text VARCHAR, verdicts MAP(VARCHAR, VARCHAR), fields VARCHAR[],
    "columns" JSON, outcome VARCHAR, stands_for VARCHAR, name VARCHAR,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.rulings IS 'What the judgements in force say of a record, actor or issue, the latest of each kind.';
COMMENT ON COLUMN history.rulings.verdicts IS 'accept or reject, by the hash of the claim that was judged.';
COMMENT ON COLUMN history.rulings.fields IS 'Names of the columns that are corrected.';
COMMENT ON COLUMN history.rulings."columns" IS 'What they hold.';
COMMENT ON COLUMN history.rulings.outcome IS 'kept or broken, of a commitment.';
COMMENT ON COLUMN history.rulings.stands_for IS 'Of an actor or issue: the one it is merged with in the end, or itself.';
COMMENT ON COLUMN history.rulings.name IS 'Of an actor: the name it is given.';
CREATE VIEW rulings AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.rulings WHERE superseded_by IS NULL;

CREATE MACRO rulings_on(kind, moment) AS TABLE
    FROM history.rulings AS r WHERE r.record = kind AND was_current(r.recorded_at, r.superseded_at, moment);
CREATE MACRO if_ruled(fields, name, ruled, read) AS CASE WHEN list_contains(fields, name) THEN ruled ELSE read END;
CREATE MACRO is_past(latest, until, recorded) AS
    latest < coalesce(CAST(until AS DATE), CAST(CAST(recorded AS TIMESTAMP) AS DATE), CAST(now() AT TIME ZONE 'UTC' AS DATE));

CREATE MACRO statement_claim(source, cue, speaker_names, speaker_countries, act, targets) AS md5(CAST(to_json([
    to_json(source), to_json(cue), to_json(speaker_names), to_json(speaker_countries), to_json(act), to_json(targets)
]) AS VARCHAR));
CREATE MACRO position_claim(holder, issue, stance) AS md5(CAST(to_json([
    to_json(holder), to_json(issue), to_json(stance)
]) AS VARCHAR));
CREATE MACRO commitment_claim(committer, beneficiary, deadline_earliest, deadline_latest, strength) AS md5(CAST(to_json([
    to_json(committer), to_json(beneficiary), to_json(deadline_earliest), to_json(deadline_latest), to_json(strength)
]) AS VARCHAR));
CREATE MACRO event_claim(event, mode, cameo, actor, recipient, auxiliary) AS md5(CAST(to_json([
    to_json(event), to_json(mode), to_json(cameo), to_json(actor), to_json(recipient), to_json(auxiliary)
]) AS VARCHAR));

-- What there is to be judged: each current record with what a judgement binds to.
CREATE MACRO judged_by_anchor() AS TABLE
    SELECT 'statement' AS record, id, article_id, content AS anchor, content_text AS anchor_text,
        statement_claim(source, cue, speaker_names, speaker_countries, act, targets) AS claim, run
    FROM history.statements WHERE superseded_by IS NULL
    UNION ALL
    SELECT 'position', id, article_id, [evidence], evidence_text, position_claim(holder, issue, stance), run
    FROM history.positions WHERE superseded_by IS NULL
    UNION ALL
    SELECT 'commitment', id, article_id, ["action"], action_text,
        commitment_claim(committer, beneficiary, deadline_earliest, deadline_latest, strength), run
    FROM history.commitments WHERE superseded_by IS NULL
    UNION ALL
    SELECT 'event', id, article_id, ["trigger"], trigger_text, event_claim(event, "mode", cameo, actor, recipient, auxiliary), run
    FROM history.events WHERE superseded_by IS NULL;

CREATE MACRO statements_ruled(until, recorded) AS TABLE
    WITH met AS (
        SELECT t.*, CASE WHEN cardinality(r.verdicts) > 0 THEN r.verdicts[statement_claim(
            t.source, t.cue, t.speaker_names, t.speaker_countries, t.act, t.targets)] END AS verdict, r.fields, r.outcome,
            from_json(r."columns", '{"source": "span", "source_text": "VARCHAR", "cue": "span", "cue_text": "VARCHAR", "content": "span[]",
            "content_text": "VARCHAR", "passage": "VARCHAR", "kind": "VARCHAR", "manner": "VARCHAR",
            "speaker_names": "VARCHAR[]", "speaker_countries": "VARCHAR[]", "speaker_role": "VARCHAR",
            "speaker_title": "VARCHAR", "actor_id": "VARCHAR", "speaker_rule": "VARCHAR", "speaker_evidence": "span[]",
            "act": "VARCHAR", "targets": "VARCHAR[]", "addressee": "span", "addressee_text": "VARCHAR"}') AS ruled
        FROM judged.statements AS t LEFT JOIN rulings_on('statement', recorded) AS r
        ON r.record_id = t.id AND r.anchor = t.content AND r.anchor_text = t.content_text
        WHERE (until IS NULL OR t."day" <= CAST(until AS DATE))
        AND was_current(t.recorded_at, t.superseded_at, recorded)
    )
    SELECT t.* EXCLUDE (row_hash, ruled_in, ruled, fields, verdict, outcome) REPLACE (
        if_ruled(t.fields, 'source', t.ruled.source, t.source) AS source,
        if_ruled(t.fields, 'source_text', t.ruled.source_text, t.source_text) AS source_text,
        if_ruled(t.fields, 'cue', t.ruled.cue, t.cue) AS cue, if_ruled(t.fields, 'cue_text', t.ruled.cue_text, t.cue_text) AS cue_text,
        if_ruled(t.fields, 'content', t.ruled.content, t.content) AS content,
        if_ruled(t.fields, 'content_text', t.ruled.content_text, t.content_text) AS content_text,
        if_ruled(t.fields, 'passage', t.ruled.passage, t.passage) AS passage, if_ruled(t.fields, 'kind', t.ruled.kind, t.kind) AS kind,
        if_ruled(t.fields, 'manner', t.ruled.manner, t.manner) AS manner,
        if_ruled(t.fields, 'speaker_names', t.ruled.speaker_names, CASE WHEN w.name IS NULL OR len(t.speaker_names) > 1
            THEN t.speaker_names ELSE [w.name] END) AS speaker_names,
        if_ruled(t.fields, 'speaker_countries', t.ruled.speaker_countries, t.speaker_countries) AS speaker_countries,
        if_ruled(t.fields, 'speaker_role', t.ruled.speaker_role, t.speaker_role) AS speaker_role,
        if_ruled(t.fields, 'speaker_title', t.ruled.speaker_title, t.speaker_title) AS speaker_title,
        if_ruled(t.fields, 'actor_id', t.ruled.actor_id, coalesce(w.stands_for, t.actor_id)) AS actor_id,
        if_ruled(t.fields, 'speaker_rule', t.ruled.speaker_rule, t.speaker_rule) AS speaker_rule,
        if_ruled(t.fields, 'speaker_evidence', t.ruled.speaker_evidence, t.speaker_evidence) AS speaker_evidence,
        if_ruled(t.fields, 'act', t.ruled.act, t.act) AS act, if_ruled(t.fields, 'targets', t.ruled.targets, t.targets) AS targets,
        if_ruled(t.fields, 'addressee', t.ruled.addressee, t.addressee) AS addressee,
        if_ruled(t.fields, 'addressee_text', t.ruled.addressee_text, t.addressee_text) AS addressee_text),
        t.verdict, CASE WHEN len(t.fields) > 0 THEN t.fields END AS corrected
    FROM met AS t
    LEFT JOIN rulings_on('actor', recorded) AS w ON w.record_id = if_ruled(t.fields, 'actor_id', t.ruled.actor_id, t.actor_id)
    WHERE t.verdict IS DISTINCT FROM 'reject';
CREATE OR REPLACE MACRO statements_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in), CAST(NULL AS VARCHAR) AS verdict, CAST(NULL AS VARCHAR[]) AS corrected
    FROM history.statements AS t
    WHERE t.ruled_in IS NULL AND (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    UNION ALL
    FROM statements_ruled(until, recorded);
CREATE OR REPLACE VIEW statements AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM statements_as_of();

CREATE MACRO positions_ruled(until, recorded) AS TABLE
    WITH met AS (
        SELECT t.*, CASE WHEN cardinality(r.verdicts) > 0 THEN r.verdicts[position_claim(
            t.holder, t.issue, t.stance)] END AS verdict, r.fields, r.outcome,
            from_json(r."columns", '{"holder": "VARCHAR[]", "issue": "VARCHAR", "stance": "VARCHAR", "evidence": "span",
            "evidence_text": "VARCHAR", "passage": "VARCHAR", "grounds": "span[]", "grounds_text": "VARCHAR[]",
            "ground_kinds": "VARCHAR[]"}') AS ruled
        FROM judged.positions AS t LEFT JOIN rulings_on('position', recorded) AS r
        ON r.record_id = t.id AND r.anchor = [t."evidence"] AND r.anchor_text = t.evidence_text
        WHERE (until IS NULL OR t."day" <= CAST(until AS DATE))
        AND was_current(t.recorded_at, t.superseded_at, recorded)
    )
    SELECT t.* EXCLUDE (row_hash, ruled_in, ruled, fields, verdict, outcome) REPLACE (
        if_ruled(t.fields, 'holder', t.ruled.holder, t.holder) AS holder,
        if_ruled(t.fields, 'issue', t.ruled.issue, coalesce(w.stands_for, t.issue)) AS issue,
        if_ruled(t.fields, 'stance', t.ruled.stance, t.stance) AS stance,
        if_ruled(t.fields, 'evidence', t.ruled.evidence, t.evidence) AS evidence,
        if_ruled(t.fields, 'evidence_text', t.ruled.evidence_text, t.evidence_text) AS evidence_text,
        if_ruled(t.fields, 'passage', t.ruled.passage, t.passage) AS passage,
        if_ruled(t.fields, 'grounds', t.ruled.grounds, t.grounds) AS grounds,
        if_ruled(t.fields, 'grounds_text', t.ruled.grounds_text, t.grounds_text) AS grounds_text,
        if_ruled(t.fields, 'ground_kinds', t.ruled.ground_kinds, t.ground_kinds) AS ground_kinds),
        t.verdict, CASE WHEN len(t.fields) > 0 THEN t.fields END AS corrected
    FROM met AS t
    LEFT JOIN rulings_on('issue', recorded) AS w ON w.record_id = if_ruled(t.fields, 'issue', t.ruled.issue, t.issue)
    WHERE t.verdict IS DISTINCT FROM 'reject';
CREATE OR REPLACE MACRO positions_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in), CAST(NULL AS VARCHAR) AS verdict, CAST(NULL AS VARCHAR[]) AS corrected
    FROM history.positions AS t
    WHERE t.ruled_in IS NULL AND (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    UNION ALL
    FROM positions_ruled(until, recorded);
CREATE OR REPLACE VIEW positions AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM positions_as_of();

CREATE MACRO commitments_ruled(until, recorded) AS TABLE
    WITH met AS (
        SELECT t.*, CASE WHEN cardinality(r.verdicts) > 0 THEN r.verdicts[commitment_claim(
            t.committer, t.beneficiary, t.deadline_earliest, t.deadline_latest, t.strength)] END AS verdict, r.fields, r.outcome,
            from_json(r."columns", '{"committer": "VARCHAR[]", "action": "span", "action_text": "VARCHAR", "passage": "VARCHAR",
            "beneficiary": "VARCHAR", "condition": "span", "condition_text": "VARCHAR", "deadline_earliest": "DATE",
            "deadline_latest": "DATE", "deadline_assumed": "DATE", "deadline_rule": "VARCHAR", "strength": "VARCHAR"}') AS ruled
        FROM judged.commitments AS t LEFT JOIN rulings_on('commitment', recorded) AS r
        ON r.record_id = t.id AND r.anchor = [t."action"] AND r.anchor_text = t.action_text
        WHERE (until IS NULL OR t."day" <= CAST(until AS DATE))
        AND was_current(t.recorded_at, t.superseded_at, recorded)
    )
    SELECT t.* EXCLUDE (row_hash, ruled_in, ruled, fields, verdict, outcome) REPLACE (
        if_ruled(t.fields, 'committer', t.ruled.committer, t.committer) AS committer,
        if_ruled(t.fields, 'action', t.ruled."action", t."action") AS "action",
        if_ruled(t.fields, 'action_text', t.ruled.action_text, t.action_text) AS action_text,
        if_ruled(t.fields, 'passage', t.ruled.passage, t.passage) AS passage,
        if_ruled(t.fields, 'beneficiary', t.ruled.beneficiary, t.beneficiary) AS beneficiary,
        if_ruled(t.fields, 'condition', t.ruled.condition, t.condition) AS condition,
        if_ruled(t.fields, 'condition_text', t.ruled.condition_text, t.condition_text) AS condition_text,
        if_ruled(t.fields, 'deadline_earliest', t.ruled.deadline_earliest, t.deadline_earliest) AS deadline_earliest,
        if_ruled(t.fields, 'deadline_latest', t.ruled.deadline_latest, t.deadline_latest) AS deadline_latest,
        if_ruled(t.fields, 'deadline_assumed', t.ruled.deadline_assumed, t.deadline_assumed) AS deadline_assumed,
        if_ruled(t.fields, 'deadline_rule', t.ruled.deadline_rule, t.deadline_rule) AS deadline_rule,
        if_ruled(t.fields, 'strength', t.ruled.strength, t.strength) AS strength),
        t.verdict, CASE WHEN len(t.fields) > 0 THEN t.fields END AS corrected,
        coalesce(t.outcome, 'unreviewed') AS status, t.outcome IS NULL AND is_past(t.deadline_latest, until, recorded) AS is_overdue
    FROM met AS t
    WHERE t.verdict IS DISTINCT FROM 'reject';
CREATE OR REPLACE MACRO commitments_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in), CAST(NULL AS VARCHAR) AS verdict, CAST(NULL AS VARCHAR[]) AS corrected,
        'unreviewed' AS status, is_past(t.deadline_latest, until, recorded) AS is_overdue
    FROM history.commitments AS t
    WHERE t.ruled_in IS NULL AND (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    UNION ALL
    FROM commitments_ruled(until, recorded);
CREATE OR REPLACE VIEW commitments AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM commitments_as_of();

CREATE MACRO events_ruled(until, recorded) AS TABLE
    WITH met AS (
        SELECT t.*, CASE WHEN cardinality(r.verdicts) > 0 THEN r.verdicts[event_claim(
            t.event, t.mode, t.cameo, t.actor, t.recipient, t.auxiliary)] END AS verdict, r.fields, r.outcome,
            from_json(r."columns", '{"event": "VARCHAR", "mode": "VARCHAR[]", "context": "VARCHAR[]", "cameo": "VARCHAR", "trigger": "span",
            "trigger_text": "VARCHAR", "actor": "side[]", "recipient": "side[]", "date_earliest": "DATE",
            "date_latest": "DATE", "date_rule": "VARCHAR", "location_country": "VARCHAR", "auxiliary": "VARCHAR[]"}') AS ruled
        FROM judged.events AS t LEFT JOIN rulings_on('event', recorded) AS r
        ON r.record_id = t.id AND r.anchor = [t."trigger"] AND r.anchor_text = t.trigger_text
        WHERE (until IS NULL OR t."day" <= CAST(until AS DATE))
        AND was_current(t.recorded_at, t.superseded_at, recorded)
    )
    SELECT t.* EXCLUDE (row_hash, ruled_in, ruled, fields, verdict, outcome) REPLACE (
        if_ruled(t.fields, 'event', t.ruled.event, t.event) AS event, if_ruled(t.fields, 'mode', t.ruled."mode", t."mode") AS "mode",
        if_ruled(t.fields, 'context', t.ruled.context, t.context) AS context,
        if_ruled(t.fields, 'cameo', t.ruled.cameo, t.cameo) AS cameo,
        if_ruled(t.fields, 'trigger', t.ruled."trigger", t."trigger") AS "trigger",
        if_ruled(t.fields, 'trigger_text', t.ruled.trigger_text, t.trigger_text) AS trigger_text,
        if_ruled(t.fields, 'actor', t.ruled.actor, t.actor) AS actor,
        if_ruled(t.fields, 'recipient', t.ruled.recipient, t.recipient) AS recipient,
        if_ruled(t.fields, 'date_earliest', t.ruled.date_earliest, t.date_earliest) AS date_earliest,
        if_ruled(t.fields, 'date_latest', t.ruled.date_latest, t.date_latest) AS date_latest,
        if_ruled(t.fields, 'date_rule', t.ruled.date_rule, t.date_rule) AS date_rule,
        if_ruled(t.fields, 'location_country', t.ruled.location_country, t.location_country) AS location_country,
        if_ruled(t.fields, 'auxiliary', t.ruled.auxiliary, t.auxiliary) AS auxiliary),
        t.verdict, CASE WHEN len(t.fields) > 0 THEN t.fields END AS corrected
    FROM met AS t
    WHERE t.verdict IS DISTINCT FROM 'reject';
CREATE OR REPLACE MACRO events_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in), CAST(NULL AS VARCHAR) AS verdict, CAST(NULL AS VARCHAR[]) AS corrected
    FROM history.events AS t
    WHERE t.ruled_in IS NULL AND (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    UNION ALL
    FROM events_ruled(until, recorded);
CREATE OR REPLACE VIEW events AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM events_as_of();

-- Relays and actors are parts of statements and events: they go where these go.
CREATE OR REPLACE MACRO relays_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in) FROM history.relays AS t
    WHERE t.ruled_in IS NULL AND (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    UNION ALL
    SELECT t.* EXCLUDE (row_hash, ruled_in) FROM judged.relays AS t
    SEMI JOIN statements_ruled(until, recorded) AS s ON s.id = t.statement_id
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE OR REPLACE VIEW relays AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM relays_as_of();

CREATE MACRO wholes_ruled(until, recorded) AS TABLE
    SELECT id AS record_id, if_ruled(corrected, 'speaker_names', ['speaker'], []) AS replaced,
        if_ruled(corrected, 'actor_id', actor_id, NULL) AS given
    FROM statements_ruled(until, recorded)
    UNION ALL
    SELECT id, list_filter(['actor', 'recipient'], lambda part: coalesce(list_contains(corrected, part), false)), NULL
    FROM events_ruled(until, recorded);
CREATE MACRO actors_kept(until, recorded) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in) REPLACE (
        coalesce(w.stands_for, p.given, t.actor_id) AS actor_id, coalesce(w.name, t.name) AS name)
    FROM judged.actors AS t JOIN wholes_ruled(until, recorded) AS p ON p.record_id = t.record_id
    LEFT JOIN rulings_on('actor', recorded) AS w ON w.record_id = coalesce(p.given, t.actor_id)
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    AND NOT list_contains(p.replaced, t.part);
CREATE MACRO actors_given(until, recorded) AS TABLE
    WITH given AS (SELECT *, 'statement' AS record, 'speaker' AS part, list_transform(range(greatest(
            coalesce(len(speaker_names), 0), coalesce(len(speaker_countries), 0))), lambda n: struct_pack(place := n, name :=
            speaker_names[n + 1], country := speaker_countries[n + 1], "role" := speaker_role)) AS sides
        FROM statements_ruled(until, recorded) WHERE list_contains(corrected, 'speaker_names')
        UNION ALL BY NAME
        SELECT e.*, 'event' AS record, p.part, list_transform(range(len(p.sides)), lambda n: struct_pack(place := n, name :=
            p.sides[n + 1].name, country := p.sides[n + 1].country, "role" := p.sides[n + 1].sector)) AS sides
        FROM events_ruled(until, recorded) AS e,
            LATERAL (SELECT 'actor' AS part, e.actor AS sides UNION ALL SELECT 'recipient', e.recipient) AS p
        WHERE list_contains(e.corrected, p.part))
    SELECT g.id || '.' || g.part || '.' || s.place AS id, g.article_id, g.text_sha256, g."day", g.outlet, g.record, g.id AS record_id,
        g.part, CAST(s.place AS INTEGER) AS place, g.actor_id, s.name, s.country, s."role", g.speaker_title AS title,
        CAST([] AS span[]) AS evidence, g.run, g.recorded_at, g.superseded_by, g.superseded_at
    FROM (SELECT *, unnest(sides) AS s FROM given) AS g;
CREATE OR REPLACE MACRO actors_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT t.* EXCLUDE (row_hash, ruled_in) FROM history.actors AS t
    WHERE t.ruled_in IS NULL AND (until IS NULL OR t."day" <= CAST(until AS DATE))
    AND was_current(t.recorded_at, t.superseded_at, recorded)
    UNION ALL
    FROM actors_kept(until, recorded)
    UNION ALL
    FROM actors_given(until, recorded);
CREATE OR REPLACE VIEW actors AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM actors_as_of();

CREATE OR REPLACE VIEW issues AS
    SELECT i.* FROM history.issues AS i ANTI JOIN rulings_on('issue', NULL) AS w ON w.record_id = i.issue
    UNION ALL
    SELECT w.stands_for, min(w.run), min(w.recorded_at) FROM rulings_on('issue', NULL) AS w
    ANTI JOIN history.issues AS i ON i.issue = w.stands_for GROUP BY w.stands_for;
