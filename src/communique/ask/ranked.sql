-- Wordings that have all of the words, by how well they fit; what follows goes on with another part of WITH.
WITH wanted AS MATERIALIZED (SELECT DISTINCT stem(unnest(words_in($words)), 'porter') AS term),
-- statements that are newer than the index, as it would have them; their numbers are negative
newer AS MATERIALIZED (
    SELECT CAST(-row_number() OVER (ORDER BY passage) AS INTEGER) AS doc, passage, words_in(any_value(content_text)) AS words
    FROM history.statements WHERE $is_behind AND run > (SELECT run FROM search.indexed) AND passage NOT IN (SELECT passage FROM search.passages)
    GROUP BY passage
),
counted AS (
    SELECT term, doc, count(*) AS times, any_value(size) AS size
    FROM (SELECT doc, stem(unnest(words), 'porter') AS term, len(words) AS size FROM newer)
    WHERE term IN (SELECT term FROM wanted) GROUP BY term, doc
),
hits AS MATERIALIZED (
    FROM search.postings WHERE term IN (SELECT term FROM wanted) UNION ALL SELECT term, doc, times, size FROM counted
),
newest AS (SELECT count(*) AS docs, coalesce(sum(len(words)), 0) AS size FROM newer),
extent AS (
    SELECT p.docs + n.docs AS docs, (i.size + n.size) / greatest(p.docs + n.docs, 1) AS usual
    FROM newest AS n, (SELECT count(*) AS docs FROM search.passages) AS p, search.indexed AS i
),
rarity AS MATERIALIZED (
    SELECT term, count(*) AS times, ln((any_value(docs) - count(*) + 0.5) / (count(*) + 0.5) + 1) AS worth FROM hits, extent GROUP BY term
),
-- only wordings that have the rarest of the words can have all
likely AS (FROM hits SEMI JOIN (FROM hits WHERE term = (SELECT arg_min(term, times) FROM rarity)) AS rarest USING (doc)),
-- BM25 with k = 1.2 and b = 0.75, of wordings that have all the words
scored AS (
    SELECT doc, sum(worth * l.times * 2.2 / (l.times + 1.2 * (0.25 + 0.75 * size / usual))) AS score
    FROM likely AS l JOIN rarity USING (term), extent
    GROUP BY doc HAVING count(*) = (SELECT count(*) FROM wanted)
),
pool AS MATERIALIZED (SELECT doc, score FROM scored ORDER BY score DESC, doc LIMIT $pool),
best AS MATERIALIZED (
    SELECT passage, score FROM search.passages JOIN pool USING (doc) UNION ALL SELECT passage, score FROM newer JOIN pool USING (doc)
),
