-- What wrote to the ledger, the latest first.
SELECT run, command, version, started_at, ended_at, coalesce(articles, 0), coalesce(records, 0) FROM runs ORDER BY run DESC LIMIT $most
