-- What is shown of hits: the content in pieces, each with whether it is a word that was searched for.
WITH wanted AS (SELECT coalesce(list(DISTINCT stem(word, 'porter')), []) AS stems FROM (SELECT unnest(words_in($words)) AS word) WHERE word <> '')
SELECT s.id, s.run, s.article_id, s."day", s.outlet, a.title, s.speaker_names, s.speaker_countries, s.source_text, s.cue_text, s.actor_id, s.act,
    s.kind, s.manner, s.confidence, s.verdict, s.recorded_at, list_transform(
        regexp_extract_all(substr(s.content_text, 1, 20000), '[\p{L}\p{N}]+|[^\p{L}\p{N}]+'),
        lambda piece: struct_pack(t := piece, h := list_contains(stems, stem(trim(bare_words(piece)), 'porter')))) AS pieces
FROM statements AS s JOIN wanted ON true LEFT JOIN (SELECT id, title FROM articles WHERE id IN (SELECT unnest($articles))) AS a ON a.id = s.article_id
WHERE s.id IN (SELECT unnest($ids))
