-- What made the current readings, the most used first.
SELECT version, lexicon_sha256, pipeline_sha256, weights_sha256, count(*) AS articles, sum(CAST(len(problems) > 0 AS INTEGER))
FROM readings GROUP BY version, lexicon_sha256, pipeline_sha256, weights_sha256 ORDER BY articles DESC, version, lexicon_sha256
