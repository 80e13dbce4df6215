-- Samples of texts as two numbers a row. They are taken anew at the next add: words are hashed another way than before.

DROP VIEW passages;
DROP TABLE history.passages;
CREATE TABLE history.passages ("text" UBIGINT, passage UBIGINT);
COMMENT ON TABLE history.passages IS 'A quarter of the runs of six words of each text, by which articles that may repeat one another are found.';
COMMENT ON COLUMN history.passages."text" IS 'The text: md5_number_lower of its text_sha256.';
COMMENT ON COLUMN history.passages.passage IS 'Hash of the six words.';
CREATE VIEW passages AS FROM history.passages;

-- The texts that have such a sample, and how many runs it has.
CREATE TABLE search.sampled ("text" UBIGINT, size INTEGER);
