SELECT "day", speaker_names, speaker_countries, act, content_text, outlet, article_id, id, run, source_text, cue_text, speaker_title,
    speaker_role, actor_id, targets, addressee_text, kind, manner, parent, source, cue, content, addressee, speaker_evidence,
    speaker_rule, passage, rule, confidence, text_sha256, recorded_at
FROM statements_as_of(recorded := $recorded)
WHERE is_between("day", $since, $until)
    AND has_party(speaker_countries, $speaker_code, NULL) AND has_party(speaker_names, NULL, $speaker_name)
    AND has_party(speaker_countries, $country, NULL) AND has_party(targets, $target, NULL)
    AND ($act IS NULL OR act = $act) AND ($kind IS NULL OR kind = $kind) AND ($manner IS NULL OR manner = $manner)
    AND ($outlet IS NULL OR lower(outlet) = lower($outlet)) AND ($article IS NULL OR article_id = $article)
ORDER BY "day" NULLS LAST, article_id, content[1].start, id
LIMIT $most
