-- An article with what made its current reading.
SELECT a.*, r.run, r.problems, r.version, r.lexicon_sha256, r.pipeline_sha256, r.settings_sha256, r.kernel, r.weights_sha256
FROM (SELECT * EXCLUDE (run) FROM articles WHERE id = $id) AS a JOIN (FROM readings WHERE article_id = $id) AS r ON r.article_id = a.id
