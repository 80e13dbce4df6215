-- The current reading under the plain names, and each table as of a day and as recorded by a time.

CREATE VIEW runs AS FROM history.runs;
CREATE VIEW readings AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM history.readings WHERE superseded_by IS NULL;
CREATE VIEW articles AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.articles WHERE superseded_by IS NULL;
CREATE VIEW statements AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.statements WHERE superseded_by IS NULL;
CREATE VIEW positions AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.positions WHERE superseded_by IS NULL;
CREATE VIEW commitments AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.commitments WHERE superseded_by IS NULL;
CREATE VIEW events AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.events WHERE superseded_by IS NULL;
CREATE VIEW actors AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.actors WHERE superseded_by IS NULL;
CREATE VIEW relays AS SELECT * EXCLUDE (row_hash, superseded_by, superseded_at) FROM history.relays WHERE superseded_by IS NULL;
CREATE VIEW issues AS FROM history.issues;
CREATE VIEW reprints AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM history.reprints WHERE superseded_by IS NULL;
CREATE VIEW judgements AS FROM history.judgements;
CREATE VIEW orphans AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM history.orphans WHERE superseded_by IS NULL;

-- FROM positions_as_of(until := '2021-06-01', recorded := '2026-11-24 12:00:00'): what articles up to that day say (those of no known day
-- are left out), as the ledger had it at that time, UTC. Either may be left out.
CREATE MACRO was_current(recorded_at, superseded_at, moment) AS
    CASE WHEN moment IS NULL THEN superseded_at IS NULL
    ELSE recorded_at <= CAST(moment AS TIMESTAMP) AND (superseded_at IS NULL OR superseded_at > CAST(moment AS TIMESTAMP)) END;
CREATE MACRO articles_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.articles AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE MACRO statements_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.statements AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE MACRO positions_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.positions AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE MACRO commitments_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.commitments AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE MACRO events_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.events AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE MACRO actors_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.actors AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
CREATE MACRO relays_as_of(until := NULL, recorded := NULL) AS TABLE
    SELECT * EXCLUDE (row_hash) FROM history.relays AS t
    WHERE (until IS NULL OR t."day" <= CAST(until AS DATE)) AND was_current(t.recorded_at, t.superseded_at, recorded);
