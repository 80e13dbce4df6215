-- Statements with wordings that fit. Goes on from ranked.sql.
heard AS (SELECT s.*, best.score FROM statements AS s JOIN best USING (passage)),
