GRANT SELECT, INSERT ON erased_records, erased_marks TO nhs_map_app;
--> statement-breakpoint
-- Which words of the audit went is the owner's to write down: the application's role only reads it.
GRANT SELECT ON erased_payloads TO nhs_map_app;
--> statement-breakpoint
-- Letters and figures alone, each word between two spaces, so that a name is found however it is written.
CREATE FUNCTION plain_words(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(lower(said), '[^[:alnum:]]+', ' ', 'g')) || ' '
$$;
--> statement-breakpoint
-- Most texts have not even the first word of a name: only the others are spelt out.
CREATE FUNCTION says_name(said text, names text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(bool_or(
    strpos(lower(said), split_part(btrim(name), ' ', 1)) > 0 AND strpos(public.plain_words(said), name) > 0), false)
  FROM unnest(names) AS name
$$;
--> statement-breakpoint
-- The longest word of each, anywhere: what a table of many rows is sifted by before its texts are spelt out.
CREATE FUNCTION longest_words(names text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT '%' || (SELECT word FROM unnest(string_to_array(btrim(name), ' ')) AS word
    ORDER BY length(word) DESC LIMIT 1) || '%'), '{}') FROM unnest(names) AS name
$$;
--> statement-breakpoint
-- An address writes a name with anything, or nothing, between its words.
CREATE FUNCTION address_says_name(address text, names text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(bool_or(strpos(replace(public.plain_words(address), ' ', ''), replace(name, ' ', '')) > 0), false)
  FROM unnest(names) AS name WHERE length(replace(name, ' ', '')) >= 6
$$;
--> statement-breakpoint
-- By what places and organisations are called, or were: whole, and without "Dr" and "Ltd". A name that is made of usual words alone ("The
-- Surgery"), or that another entry has too, tells nobody who is meant: texts are not searched for it.
CREATE FUNCTION names_that_tell(entries uuid[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH said AS (
    SELECT 'place' AS kind, name FROM public.places WHERE id = ANY (entries)
    UNION SELECT 'place', name_cy FROM public.places WHERE id = ANY (entries)
    UNION SELECT 'provider', name FROM public.providers WHERE id = ANY (entries)
    UNION SELECT record_type::text, value #>> '{}' FROM public.claims
      WHERE record_id = ANY (entries) AND record_type IN ('place', 'provider') AND field IN ('name', 'name-cy')
    UNION SELECT record_type::text, snapshot->>'name' FROM public.record_versions
      WHERE record_id = ANY (entries) AND record_type IN ('place', 'provider')
  ), whole AS (
    SELECT DISTINCT kind, btrim(public.plain_words(name)) AS name FROM said WHERE name IS NOT NULL
  ), known AS (
    SELECT kind, name FROM whole
    UNION SELECT kind, short FROM whole, lateral (SELECT regexp_replace(
      regexp_replace(name, '^((dr|mr|mrs|ms|miss|prof|professor|the) )+', ''),
      '( (ltd|limited|plc|llp|lp|cic|uk|group|holdings))+$', '') AS short) AS cut
      WHERE strpos(short, ' ') > 0
  )
  SELECT coalesce(array_agg(DISTINCT ' ' || name || ' '), '{}') FROM known
  WHERE length(replace(regexp_replace('  ' || replace(name, ' ', '  ') || '  ',
      ' (ltd|limited|plc|llp|lp|cic|uk|group|holdings|the|of|and|at|in|on|st|nhs|health|healthcare|care|medical|practice|practices|surgery|centre|center|clinic|hospital|hospitals|service|services|community|family|primary|general|house|road|street|lane|park|new|old|north|south|east|west|walk|branch|site|unit|dr|doctors) ',
      ' ', 'g'), ' ', '')) >= 4
    AND NOT (kind = 'place' AND EXISTS (SELECT 1 FROM public.places other WHERE other.id <> ALL (entries)
      AND other.visibility NOT IN ('merged', 'erased') AND public.plain_words(other.name) = ' ' || known.name || ' '))
    AND NOT (kind = 'provider' AND EXISTS (SELECT 1 FROM public.providers other WHERE other.id <> ALL (entries)
      AND other.visibility NOT IN ('merged', 'erased') AND public.plain_words(other.name) = ' ' || known.name || ' '))
$$;
--> statement-breakpoint
-- Documents that say something of these entries and of nothing else.
CREATE FUNCTION sources_alone(entries uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(cited.id), '{}') FROM (
    SELECT source_id AS id FROM public.claims WHERE record_id = ANY (entries)
    UNION SELECT source_id FROM public.checks WHERE place_id = ANY (entries)) AS cited
  WHERE NOT EXISTS (SELECT 1 FROM public.claims WHERE source_id = cited.id AND record_id <> ALL (entries))
    AND NOT EXISTS (SELECT 1 FROM public.checks WHERE source_id = cited.id AND place_id <> ALL (entries))
    AND NOT EXISTS (SELECT 1 FROM public.registration_proposals
      WHERE source_id = cited.id AND place_id <> ALL (entries))
$$;
--> statement-breakpoint
-- The words of entries that were erased for good, wherever they stand and the application may not change them. As the functions of 0020 and
-- 0072: nothing that is not marked as erased, every table named in full. What it takes out of the audit it writes down.
CREATE FUNCTION erase_record_texts(entries uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  names text[];
  alone uuid[];
  ids text[];
  longest text[];
  holding text[];
  title_out CONSTANT text := 'Title left out by a moderator';
  publisher_out CONSTANT text := 'Publisher left out by a moderator';
  quote_out CONSTANT text := 'Quotation left out by a moderator.';
  words_out CONSTANT text := 'Left out by a moderator';
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(entries) AS entry
    WHERE NOT EXISTS (SELECT 1 FROM public.erased_records WHERE record_id = entry)) THEN
    RAISE EXCEPTION 'not all of % are marked as erased', entries;
  END IF;
  names := public.names_that_tell(entries);
  alone := public.sources_alone(entries);
  ids := entries::text[];
  longest := public.longest_words(names);
  holding := ARRAY(SELECT '%' || entry || '%' FROM unnest(ids) AS entry);

  UPDATE public.claims SET superseded_by = NULL WHERE record_id <> ALL (entries)
    AND superseded_by IN (SELECT id FROM public.claims WHERE record_id = ANY (entries));
  DELETE FROM public.claims WHERE record_id = ANY (entries);
  UPDATE public.claims SET says = quote_out WHERE says <> quote_out AND (value::text LIKE ANY (holding)
    OR (says ILIKE ANY (longest) AND public.says_name(says, names)));
  UPDATE public.claims SET value = CASE
      WHEN field = 'website' THEN to_jsonb('https://left-out.invalid/'::text)
      WHEN field = 'operator' THEN jsonb_set(value, '{organisations}',
        jsonb_build_array(jsonb_build_object('code', '-', 'name', words_out)))
      ELSE to_jsonb(words_out) END
    WHERE field IN ('name', 'name-cy', 'owners', 'about', 'covers', 'comment', 'operator', 'website')
      AND ((value::text ILIKE ANY (longest) AND public.says_name(value::text, names))
        OR (field = 'website' AND public.address_says_name(value #>> '{}', names)));
  DELETE FROM public.quote_edits WHERE source_id = ANY (alone) OR public.says_name(said, names)
    OR public.says_name(says, names) OR NOT EXISTS (SELECT 1 FROM public.claims
      WHERE claims.source_id = quote_edits.source_id AND claims.says = quote_edits.said);
  UPDATE public.sources SET title = title_out, publisher = publisher_out, url = NULL, note = NULL, source_key = NULL
    WHERE id = ANY (alone);
  UPDATE public.sources SET
      title = CASE WHEN public.says_name(title, names) THEN title_out ELSE title END,
      publisher = CASE WHEN public.says_name(publisher, names) THEN publisher_out ELSE publisher END,
      note = CASE WHEN public.says_name(note, names) THEN NULL ELSE note END,
      url = CASE WHEN public.says_name(title, names) OR public.address_says_name(url, names) THEN NULL ELSE url END
    WHERE public.says_name(title, names) OR public.says_name(publisher, names) OR public.says_name(note, names)
      OR public.address_says_name(url, names);

  DELETE FROM public.record_versions WHERE record_id = ANY (entries);
  UPDATE public.record_versions SET
      reason = CASE WHEN public.says_name(reason, names) THEN '' ELSE reason END,
      snapshot = CASE WHEN public.says_name(snapshot::text, names)
        THEN jsonb_build_object('visibility', snapshot->'visibility') ELSE snapshot END
    WHERE (reason ILIKE ANY (longest) OR snapshot::text ILIKE ANY (longest))
      AND (public.says_name(reason, names) OR public.says_name(snapshot::text, names));
  DELETE FROM public.slug_history WHERE record_id = ANY (entries);
  UPDATE public.record_changes SET reason = '', proposal = jsonb_strip_nulls(jsonb_build_object(
      'kind', proposal->'kind', 'change', proposal->'change', 'field', proposal->'field'))
    WHERE record_id = ANY (entries) OR subject_id = ANY (entries)
      OR public.says_name(reason, names) OR public.says_name(proposal::text, names)
      OR proposal::text LIKE ANY (holding);
  UPDATE public.batches SET
      title = CASE WHEN public.says_name(title, names) THEN title_out ELSE title END,
      file_name = CASE WHEN public.says_name(file_name, names) THEN NULL ELSE file_name END,
      source = CASE WHEN public.says_name(source::text, names) OR public.address_says_name(source->>'url', names)
        THEN source || jsonb_build_object('title', title_out, 'url', '') ELSE source END
    WHERE public.says_name(title, names) OR public.says_name(file_name, names)
      OR public.says_name(source::text, names) OR public.address_says_name(source->>'url', names);
  DELETE FROM public.batch_rows WHERE record_ids::text LIKE ANY (holding) OR plan::text LIKE ANY (holding)
    OR (item::text ILIKE ANY (longest) AND public.says_name(item::text, names))
    OR (parsed::text ILIKE ANY (longest) AND public.says_name(parsed::text, names));
  DELETE FROM public.registration_proposals WHERE place_id = ANY (entries) OR public.says_name(said::text, names);
  UPDATE public.registration_proposals SET reason = '' WHERE public.says_name(reason, names);
  UPDATE public.figure_rows SET "row" = NULL WHERE service_id = ANY (entries);
  UPDATE public.publications SET reason = '' WHERE public.says_name(reason, names);

  UPDATE public.withholdings SET reason = '', restored_because = CASE WHEN restored_because IS NULL THEN NULL ELSE '' END
    WHERE record_id = ANY (entries) OR public.says_name(reason, names) OR public.says_name(restored_because, names);
  UPDATE public.disputes SET says = CASE WHEN record_id = ANY (entries) THEN '' ELSE quote_out END
    WHERE record_id = ANY (entries) OR public.says_name(says, names);
  UPDATE public.dropped_sources SET reason = '' WHERE record_id = ANY (entries) OR public.says_name(reason, names);
  UPDATE public.second_looks SET reason = '', because = ''
    WHERE subject_id = ANY (entries) OR public.says_name(reason, names) OR public.says_name(because, names);
  UPDATE public.bulk_runs SET reason = '' WHERE public.says_name(reason, names);
  UPDATE public.report_messages SET body = '' WHERE public.says_name(body, names);
  UPDATE public.reviews SET reason = '', source = ''
    WHERE public.says_name(reason, names) OR public.says_name(source, names);
  UPDATE public.decisions SET reason = '' WHERE public.says_name(reason, names);
  DELETE FROM public.decision_fields
    WHERE public.says_name(comment, names) OR public.says_name(changed_to::text, names);

  WITH gone AS (
    DELETE FROM public.audit_payloads
    WHERE (payload::text ILIKE ANY (longest) AND public.says_name(payload::text, names)) OR number IN (
      SELECT number FROM public.audit_entries
      WHERE subject_id = ANY (ids) OR (subject_type = 'source' AND subject_id = ANY (alone::text[])))
    RETURNING number)
  INSERT INTO public.erased_payloads (number) SELECT number FROM gone ON CONFLICT DO NOTHING;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_record_texts(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_record_texts(uuid[]) TO nhs_map_app;
