-- The tables. `history` holds every reading ever recorded; nothing is deleted there, and no column changes but superseded_by and
-- superseded_at. A column without a comment means what it means in the table above that has it; `cue_text` holds the words of `cue`.

CREATE SCHEMA history;

CREATE TYPE span AS STRUCT("start" INTEGER, "end" INTEGER);
CREATE TYPE side AS STRUCT(span span, name VARCHAR, country VARCHAR, sector VARCHAR);
CREATE TYPE parts AS STRUCT(
    headline span[], byline span[], caption span[], credit span[], body span[], footer span[], furniture span[]
);

CREATE TABLE history.runs (
    run INTEGER, command VARCHAR, version VARCHAR, started_at TIMESTAMP, ended_at TIMESTAMP, articles INTEGER, records INTEGER
);
COMMENT ON TABLE history.runs IS 'What wrote to the ledger, once for each time something changed.';
COMMENT ON COLUMN history.runs.run IS 'Number of the run that recorded the row, counted from 1.';
COMMENT ON COLUMN history.runs.command IS 'What was done: add, verify, judge ...';
COMMENT ON COLUMN history.runs.version IS 'Version of communique that wrote.';
COMMENT ON COLUMN history.runs.started_at IS 'UTC.';
COMMENT ON COLUMN history.runs.ended_at IS 'UTC; null: interrupted, but what it committed is whole.';
COMMENT ON COLUMN history.runs.articles IS 'Articles whose reading was recorded.';
COMMENT ON COLUMN history.runs.records IS 'Rows recorded in the other tables.';

CREATE TABLE history.readings (
    article_id VARCHAR, text_sha256 VARCHAR, article_sha256 VARCHAR, reading_sha256 VARCHAR, version VARCHAR, lexicon_sha256 VARCHAR,
    pipeline_sha256 VARCHAR, settings_sha256 VARCHAR, kernel VARCHAR, weights_sha256 VARCHAR,
    problems STRUCT(stage VARCHAR, message VARCHAR, span span)[],
    run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.readings IS 'One row for each coding of an article that was added, and what made it.';
COMMENT ON COLUMN history.readings.article_id IS 'The article: its own id, else its url, else the hash of its text.';
COMMENT ON COLUMN history.readings.text_sha256 IS 'SHA-256 of the text that the spans count in.';
COMMENT ON COLUMN history.readings.article_sha256 IS 'SHA-256 of the article with its metadata, as read.';
COMMENT ON COLUMN history.readings.reading_sha256 IS 'SHA-256 of the whole coding without the kernel; the same coding is recorded once.';
COMMENT ON COLUMN history.readings.version IS 'Version of communique that coded.';
COMMENT ON COLUMN history.readings.lexicon_sha256 IS 'Hash of the lexicon used.';
COMMENT ON COLUMN history.readings.pipeline_sha256 IS 'Hash of the language pipeline.';
COMMENT ON COLUMN history.readings.settings_sha256 IS 'Hash of the settings.';
COMMENT ON COLUMN history.readings.kernel IS 'The matrix kernel.';
COMMENT ON COLUMN history.readings.weights_sha256 IS 'Hash of the weights; null: the rules alone.';
COMMENT ON COLUMN history.readings.problems IS 'What went wrong with the article.';
COMMENT ON COLUMN history.readings.recorded_at IS 'When the row was recorded, UTC.';
COMMENT ON COLUMN history.readings.superseded_by IS 'The run whose reading has this row no more; null: it is current.';
COMMENT ON COLUMN history.readings.superseded_at IS 'When that was recorded, UTC.';

CREATE TABLE history.articles (
    id VARCHAR, url VARCHAR, title VARCHAR, outlet VARCHAR, byline VARCHAR, published VARCHAR, "day" DATE, language VARCHAR,
    place VARCHAR, agency VARCHAR, dateline span, layout parts, text_sha256 VARCHAR, "text" VARCHAR,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.articles IS 'Articles as read; a changed text or changed metadata give a new row.';
COMMENT ON COLUMN history.articles.id IS 'Stable id; a reading is called id@run.';
COMMENT ON COLUMN history.articles.url IS 'Where it was published.';
COMMENT ON COLUMN history.articles.title IS 'Its headline.';
COMMENT ON COLUMN history.articles.outlet IS 'Who publishes it, as written.';
COMMENT ON COLUMN history.articles.byline IS 'Who wrote it, as written.';
COMMENT ON COLUMN history.articles.published IS 'Date, or date and time, of publication, as given.';
COMMENT ON COLUMN history.articles."day" IS 'The day the article is of (valid time): its dateline''s, else that of its publication; null where neither is known.';
COMMENT ON COLUMN history.articles.language IS 'ISO 639-1.';
COMMENT ON COLUMN history.articles.place IS 'The dateline''s place, as written.';
COMMENT ON COLUMN history.articles.agency IS 'The wire named in the dateline, as written.';
COMMENT ON COLUMN history.articles.dateline IS 'Span of the dateline.';
COMMENT ON COLUMN history.articles.layout IS 'Spans of headline, byline, caption, credit, body, footer, furniture.';
COMMENT ON COLUMN history.articles."text" IS 'The text, unaltered. Spans count its code points from 0; text[s.start + 1 : s.end] shows one.';
COMMENT ON COLUMN history.articles.row_hash IS 'Hash of the columns before it: what has not changed is not recorded again.';

CREATE TABLE history.statements (
    id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, "day" DATE, outlet VARCHAR,
    source span, source_text VARCHAR, cue span, cue_text VARCHAR, content span[], content_text VARCHAR, passage VARCHAR,
    kind VARCHAR, manner VARCHAR, speaker_names VARCHAR[], speaker_countries VARCHAR[], speaker_role VARCHAR, speaker_title VARCHAR,
    actor_id VARCHAR, speaker_rule VARCHAR, speaker_evidence span[], act VARCHAR, targets VARCHAR[], addressee span,
    addressee_text VARCHAR, parent VARCHAR, rule VARCHAR, confidence DOUBLE,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.statements IS 'Somebody is reported to have said something.';
COMMENT ON COLUMN history.statements.source IS 'Span of the mention of who says it; null: none is expressed.';
COMMENT ON COLUMN history.statements.source_text IS 'The words of `source`.';
COMMENT ON COLUMN history.statements.cue IS 'Span of the words that attribute.';
COMMENT ON COLUMN history.statements.content IS 'Spans of what was said, in the order of the text.';
COMMENT ON COLUMN history.statements.content_text IS 'Their words, parts joined by " … ".';
COMMENT ON COLUMN history.statements.passage IS 'Hash of the words without case and punctuation: equal in reprints.';
COMMENT ON COLUMN history.statements.kind IS 'speech or attitude.';
COMMENT ON COLUMN history.statements.manner IS 'direct, indirect or mixed.';
COMMENT ON COLUMN history.statements.speaker_names IS 'Full names of those who speak, one for each; null where not resolved.';
COMMENT ON COLUMN history.statements.speaker_countries IS 'Whom they speak for (RUS, IGO:UN), one for each; list_contains(speaker_countries, ''RUS'').';
COMMENT ON COLUMN history.statements.speaker_role IS 'PLOVER sector, or IGO, NGO.';
COMMENT ON COLUMN history.statements.speaker_title IS 'The office as written.';
COMMENT ON COLUMN history.statements.actor_id IS 'The same for one actor across articles and spellings; null where not settled.';
COMMENT ON COLUMN history.statements.speaker_rule IS 'How the speaker was resolved; null: there is none.';
COMMENT ON COLUMN history.statements.speaker_evidence IS 'Spans of the mentions it rests on.';
COMMENT ON COLUMN history.statements.act IS 'What is done by saying it: assert, demand, reject ...';
COMMENT ON COLUMN history.statements.targets IS 'Codes at whom the act is directed.';
COMMENT ON COLUMN history.statements.addressee IS 'Span of the mention of the hearer.';
COMMENT ON COLUMN history.statements.parent IS 'The statement that this one is nested in.';
COMMENT ON COLUMN history.statements.rule IS 'The rule that found it.';
COMMENT ON COLUMN history.statements.confidence IS '0 to 1.';

CREATE TABLE history.positions (
    id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, "day" DATE, outlet VARCHAR, statement_id VARCHAR, holder VARCHAR[],
    issue VARCHAR, stance VARCHAR, evidence span, evidence_text VARCHAR, grounds span[], grounds_text VARCHAR[], ground_kinds VARCHAR[],
    passage VARCHAR, rule VARCHAR, confidence DOUBLE,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.positions IS 'Where a holder stands on an issue.';
COMMENT ON COLUMN history.positions.statement_id IS 'The statement it rests on; null: no one says it.';
COMMENT ON COLUMN history.positions.holder IS 'Codes or names of those who hold it.';
COMMENT ON COLUMN history.positions.issue IS 'What it is about.';
COMMENT ON COLUMN history.positions.stance IS 'support, oppose or mixed.';
COMMENT ON COLUMN history.positions.evidence IS 'Span of the phrase that shows it.';
COMMENT ON COLUMN history.positions.grounds IS 'Spans of the reasons given.';
COMMENT ON COLUMN history.positions.grounds_text IS 'Their words, one for each.';
COMMENT ON COLUMN history.positions.ground_kinds IS 'Their kinds, one for each; empty where the coder told none.';
COMMENT ON COLUMN history.positions.passage IS 'Hash of the evidence''s words without case and punctuation.';

CREATE TABLE history.commitments (
    id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, "day" DATE, outlet VARCHAR, statement_id VARCHAR, committer VARCHAR[],
    "action" span, action_text VARCHAR, beneficiary VARCHAR, condition span, condition_text VARCHAR, deadline span, deadline_text VARCHAR,
    deadline_earliest DATE, deadline_latest DATE, deadline_assumed DATE, deadline_rule VARCHAR, strength VARCHAR, passage VARCHAR,
    rule VARCHAR, confidence DOUBLE,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.commitments IS 'What somebody binds themselves to do. Whether it was kept only a judgement says.';
COMMENT ON COLUMN history.commitments.committer IS 'Codes or names of those bound.';
COMMENT ON COLUMN history.commitments."action" IS 'Span of what is to be done.';
COMMENT ON COLUMN history.commitments.beneficiary IS 'Code of whom it is for.';
COMMENT ON COLUMN history.commitments.condition IS 'Span of the condition.';
COMMENT ON COLUMN history.commitments.deadline IS 'Span of the words that say by when.';
COMMENT ON COLUMN history.commitments.deadline_earliest IS 'First day of the interval they name; null: unknown or open.';
COMMENT ON COLUMN history.commitments.deadline_latest IS 'Its last day.';
COMMENT ON COLUMN history.commitments.deadline_assumed IS 'An estimate of the last day where the words are vague.';
COMMENT ON COLUMN history.commitments.deadline_rule IS 'How they were read.';
COMMENT ON COLUMN history.commitments.strength IS 'vow, intend or hope.';
COMMENT ON COLUMN history.commitments.passage IS 'Hash of the action''s words without case and punctuation.';

CREATE TABLE history.events (
    id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, "day" DATE, outlet VARCHAR, statement_id VARCHAR, event VARCHAR,
    "mode" VARCHAR[], context VARCHAR[], cameo VARCHAR, "trigger" span, trigger_text VARCHAR, actor side[], recipient side[],
    date_earliest DATE, date_latest DATE, date_rule VARCHAR, location span, location_name VARCHAR, location_country VARCHAR,
    auxiliary VARCHAR[], rule VARCHAR, confidence DOUBLE,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.events IS 'Who did what to whom.';
COMMENT ON COLUMN history.events.event IS 'PLOVER type; null for CAMEO 01 and 02.';
COMMENT ON COLUMN history.events."mode" IS 'PLOVER modes.';
COMMENT ON COLUMN history.events.context IS 'PLOVER contexts.';
COMMENT ON COLUMN history.events.cameo IS 'CAMEO code, a text: leading zeros count.';
COMMENT ON COLUMN history.events."trigger" IS 'Span of the words that tell the deed.';
COMMENT ON COLUMN history.events.actor IS 'Who does it; both sides where it is reciprocal. A row each in actors.';
COMMENT ON COLUMN history.events.recipient IS 'To whom.';
COMMENT ON COLUMN history.events.date_earliest IS 'First day on which it happened; null: unknown.';
COMMENT ON COLUMN history.events.date_latest IS 'Last day.';
COMMENT ON COLUMN history.events.date_rule IS 'How the date was read.';
COMMENT ON COLUMN history.events.location IS 'Span of the place.';
COMMENT ON COLUMN history.events.location_name IS 'The place as written.';
COMMENT ON COLUMN history.events.location_country IS 'Its country.';
COMMENT ON COLUMN history.events.auxiliary IS 'negation, future ... : what tells a deed done from one denied or to come.';

CREATE TABLE history.actors (
    id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, "day" DATE, outlet VARCHAR, record VARCHAR, record_id VARCHAR, part VARCHAR,
    place INTEGER, actor_id VARCHAR, name VARCHAR, country VARCHAR, role VARCHAR, title VARCHAR, evidence span[],
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.actors IS 'Who takes part in a record: each speaker of a statement, each side of an event, a row for each time.';
COMMENT ON COLUMN history.actors.record IS 'statement or event.';
COMMENT ON COLUMN history.actors.record_id IS 'Its id.';
COMMENT ON COLUMN history.actors.part IS 'speaker, actor or recipient.';
COMMENT ON COLUMN history.actors.place IS 'Counted from 0 among those in the same part.';
COMMENT ON COLUMN history.actors.name IS 'As the article has it in full.';
COMMENT ON COLUMN history.actors.country IS 'ISO 3166-1 alpha-3, or IGO:UN ...';
COMMENT ON COLUMN history.actors.role IS 'PLOVER sector, or IGO, NGO.';
COMMENT ON COLUMN history.actors.title IS 'The office as written.';
COMMENT ON COLUMN history.actors.evidence IS 'Spans of the mentions it rests on.';

CREATE TABLE history.relays (
    id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, "day" DATE, outlet VARCHAR, statement_id VARCHAR, place INTEGER,
    name VARCHAR, span span,
    row_hash VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.relays IS 'Through whose hands a statement came, outward from its speaker.';
COMMENT ON COLUMN history.relays.place IS 'Counted from 0, the one nearest the speaker.';
COMMENT ON COLUMN history.relays.name IS 'As written.';
COMMENT ON COLUMN history.relays.span IS 'Where it is written.';

CREATE TABLE history.issues (issue VARCHAR, run INTEGER, recorded_at TIMESTAMP);
COMMENT ON TABLE history.issues IS 'Every issue on which a position was recorded, when first met; judgements merge them.';

CREATE TABLE history.reprints (
    article_id VARCHAR, origin_id VARCHAR, likeness VARCHAR, score DOUBLE,
    run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.reprints IS 'Articles that repeat one another; an article without a row stands alone and is its own origin.';
COMMENT ON COLUMN history.reprints.origin_id IS 'The article of the group taken to be the first.';
COMMENT ON COLUMN history.reprints.likeness IS 'exact, near or contained.';
COMMENT ON COLUMN history.reprints.score IS 'How alike, 0 to 1.';

CREATE TABLE history.judgements (
    id VARCHAR, record VARCHAR, record_id VARCHAR, verdict VARCHAR, field VARCHAR, "value" JSON, note VARCHAR, judge VARCHAR,
    judged_at TIMESTAMP, judged_run INTEGER, revokes VARCHAR, run INTEGER, recorded_at TIMESTAMP
);
COMMENT ON TABLE history.judgements IS 'What people decided; applied when asked, never written into the readings.';
COMMENT ON COLUMN history.judgements.record IS 'statement, position, commitment, event, actor, issue or article.';
COMMENT ON COLUMN history.judgements.record_id IS 'Its id; for an actor its actor_id, for an issue its name.';
COMMENT ON COLUMN history.judgements.verdict IS 'accept, reject, correct, comment, merge, split, rename, kept or broken.';
COMMENT ON COLUMN history.judgements.field IS 'The column that is corrected.';
COMMENT ON COLUMN history.judgements."value" IS 'What it should hold, or whom it is merged with.';
COMMENT ON COLUMN history.judgements.note IS 'The reason given.';
COMMENT ON COLUMN history.judgements.judge IS 'Who decided.';
COMMENT ON COLUMN history.judgements.judged_at IS 'When, UTC.';
COMMENT ON COLUMN history.judgements.judged_run IS 'The run of the reading that was judged: with record_id, id@run.';
COMMENT ON COLUMN history.judgements.revokes IS 'The judgement that this one takes back.';

CREATE TABLE history.orphans (
    "table" VARCHAR, id VARCHAR, article_id VARCHAR, text_sha256 VARCHAR, reading_run INTEGER, "column" VARCHAR, reason VARCHAR,
    run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.orphans IS 'Rows whose spans no longer point at the words they were read from, as communique verify found them.';
COMMENT ON COLUMN history.orphans."table" IS 'Where the row is.';
COMMENT ON COLUMN history.orphans.reading_run IS 'The run that recorded the row.';
COMMENT ON COLUMN history.orphans."column" IS 'The column that fails.';
COMMENT ON COLUMN history.orphans.reason IS 'no text, text changed, outside text or other words.';

CREATE TABLE history.state (token VARCHAR, base VARCHAR);
COMMENT ON TABLE history.state IS 'One row by which a working copy and the ledger it came from know each other.';
COMMENT ON COLUMN history.state.token IS 'Changes each time the ledger is published.';
COMMENT ON COLUMN history.state.base IS 'The token of the ledger that this copy was made from.';
INSERT INTO history.state VALUES ('', '');
