-- All statements.
WITH heard AS (SELECT *, CAST(NULL AS DOUBLE) AS score FROM statements),
