-- What tells reprints: sampled passages of each text, which articles repeat which, the story each belongs to. Roll calls.

CREATE TABLE history.passages (text_sha256 VARCHAR, passage UBIGINT);
COMMENT ON TABLE history.passages IS 'A quarter of the runs of six words of each text, by which articles that may repeat one another are found.';
COMMENT ON COLUMN history.passages.passage IS 'Hash of the six words.';

CREATE TABLE history.copies (
    article_id VARCHAR, other_id VARCHAR, likeness VARCHAR, jaccard DOUBLE, containment DOUBLE,
    run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.copies IS 'Pairs of articles that repeat one another, whether or not they came to stand in one story.';
COMMENT ON COLUMN history.copies.article_id IS 'One of the two; where likeness is contained, the one whose words the other has.';
COMMENT ON COLUMN history.copies.other_id IS 'The other.';
COMMENT ON COLUMN history.copies.likeness IS 'exact, near or contained.';
COMMENT ON COLUMN history.copies.jaccard IS 'Share of their runs of six words that both have, 0 to 1.';
COMMENT ON COLUMN history.copies.containment IS 'Share of those of the shorter that the longer has, 0 to 1.';

ALTER TABLE history.reprints ADD COLUMN story VARCHAR;
ALTER TABLE history.reprints ADD COLUMN agency VARCHAR;
ALTER TABLE history.reprints ADD COLUMN origin_rule VARCHAR;
COMMENT ON COLUMN history.reprints.origin_id IS 'The article of the story taken to be the first; null: not clear.';
COMMENT ON COLUMN history.reprints.story IS 'The same for all articles of a group: the first of their ids.';
COMMENT ON COLUMN history.reprints.agency IS 'The wire they come from, where those that name one agree.';
COMMENT ON COLUMN history.reprints.origin_rule IS 'What told the origin: its agency, the credit the others give it, or its date.';

CREATE TABLE history.votes (
    id VARCHAR, body VARCHAR, roll_call VARCHAR, resolution VARCHAR, title VARCHAR, "day" DATE, country VARCHAR, vote VARCHAR, issue VARCHAR,
    stance VARCHAR, run INTEGER, recorded_at TIMESTAMP, superseded_by INTEGER, superseded_at TIMESTAMP
);
COMMENT ON TABLE history.votes IS 'How states voted in roll calls.';
COMMENT ON COLUMN history.votes.body IS 'Who voted: UNGA.';
COMMENT ON COLUMN history.votes.roll_call IS 'What tells one roll call from another in its source.';
COMMENT ON COLUMN history.votes.resolution IS 'Number of the resolution.';
COMMENT ON COLUMN history.votes.title IS 'Title of the resolution.';
COMMENT ON COLUMN history.votes.country IS 'ISO 3166-1 alpha-3.';
COMMENT ON COLUMN history.votes.vote IS 'yes, no, abstain or absent.';
COMMENT ON COLUMN history.votes.issue IS 'The issue that the resolution is about; null: none that is known.';
COMMENT ON COLUMN history.votes.stance IS 'What the vote says of the issue: support or oppose; null: nothing.';

CREATE OR REPLACE VIEW reprints AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM history.reprints WHERE superseded_by IS NULL;
CREATE VIEW passages AS FROM history.passages;
CREATE VIEW copies AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM history.copies WHERE superseded_by IS NULL;
CREATE VIEW votes AS SELECT * EXCLUDE (superseded_by, superseded_at) FROM history.votes WHERE superseded_by IS NULL;

-- The story of every article, its own id where nothing repeats it: count(DISTINCT story) counts origins, as count(DISTINCT outlet) outlets.
CREATE VIEW stories AS
    SELECT a.id AS article_id, coalesce(r.story, a.id) AS story, r.origin_id, r.agency
    FROM articles AS a LEFT JOIN reprints AS r ON r.article_id = a.id;
