-- What questions need: the passages that are searched, and macros by which names and issues are matched.

CREATE SCHEMA search;
-- Every wording of a statement once, numbered. What is newer than the index is found without it.
CREATE TABLE search.passages (doc INTEGER, passage VARCHAR);
-- How often each stem stands in each, which is so many words long; sorted by term but for what was appended since, so that few blocks are read.
CREATE TABLE search.postings (term VARCHAR, doc INTEGER, times INTEGER, size INTEGER);
-- One row: the last run whose statements are indexed, how many postings are sorted, how many words there are.
CREATE TABLE search.indexed (run INTEGER, sorted BIGINT, size BIGINT);
INSERT INTO search.indexed VALUES (0, 0, 0);

-- Words as search sees them: without case and accents, all else between them a space.
CREATE MACRO bare_words(written) AS
    ' ' || trim(regexp_replace(strip_accents(lower(written)), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ';
CREATE MACRO words_in(written) AS string_split(trim(bare_words(written)), ' ');
-- True where one of the parties has the code, or a name in which these words stand; where both are null, of all.
CREATE MACRO has_party(parties, code, name) AS
    (code IS NULL OR coalesce(list_contains(parties, code), false))
    AND (name IS NULL OR len(list_filter(coalesce(parties, []), lambda one:
        contains(strip_accents(lower(one)), words_in(name)[1]) AND contains(bare_words(one), bare_words(name)))) > 0);
-- True for an issue that is one of the names, or that has all of the words; where both are null, for all.
CREATE MACRO is_issue(issue, names, words) AS
    (names IS NULL AND words IS NULL) OR coalesce(list_contains(names, issue), false)
    OR coalesce(list_has_all(words_in(issue), words), false);
CREATE MACRO is_between("day", first, last) AS
    (first IS NULL OR coalesce("day" >= CAST(first AS DATE), false)) AND (last IS NULL OR coalesce("day" <= CAST(last AS DATE), false));
