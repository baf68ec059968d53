ALTER TYPE "public"."audit_action" ADD VALUE 'source.erased';--> statement-breakpoint
CREATE TABLE "erased_sources" (
	"source_id" uuid PRIMARY KEY NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"erased_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erased_sources" ADD CONSTRAINT "erased_sources_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT ON erased_sources TO nhs_map_app;
--> statement-breakpoint
-- What a text is inside of JSON, without the quotation marks around it.
CREATE FUNCTION inside_json(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substr(quoted, 2, length(quoted) - 2) FROM (SELECT to_jsonb(said)::text AS quoted) AS it
$$;
--> statement-breakpoint
CREATE FUNCTION has_any(said text, words text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(bool_or(strpos(said, word) > 0), false) FROM unnest(words) AS word
$$;
--> statement-breakpoint
CREATE FUNCTION without_words(said text, words text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word text;
BEGIN
  FOREACH word IN ARRAY words LOOP said := replace(said, word, 'Left out by a moderator'); END LOOP;
  RETURN said;
END $$;
--> statement-breakpoint
-- How a document is cited inside of JSON, without its link and who published it; each list in the order of the other words.
CREATE FUNCTION without_cited(said text, links text[], publishers text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word text;
BEGIN
  FOREACH word IN ARRAY links LOOP
    said := replace(replace(said, '"url": ' || to_jsonb(word)::text, '"url": ""'), '.url": ' || to_jsonb(word)::text, '.url": ""');
  END LOOP;
  FOREACH word IN ARRAY publishers LOOP
    said := replace(replace(said, '"publisher": ' || to_jsonb(word)::text, '"publisher": "Publisher left out by a moderator"'),
      '.publisher": ' || to_jsonb(word)::text, '.publisher": "Publisher left out by a moderator"');
  END LOOP;
  RETURN said;
END $$;
--> statement-breakpoint
-- The words of a source that are erased for good, wherever they stand: its title, its note, its link and all that was quoted of it, and how the reports
-- that it came with cite it, whose words a moderator may have changed since; what it shows stays. As the function of 0076: nothing of a source that is not
-- marked as erased, and what it takes out of the audit it writes down. Each column of each table is asked of the database itself, so that one that is added
-- is swept too; those of entries are not, nor what they were before: they hold facts. What another source says in the very same words is left to that one,
-- and what an entry is called is no word of a source alone.
CREATE FUNCTION erase_source_words(erased uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  cited jsonb[];
  words text[];
  inside text[];
  links text[];
  publishers text[];
  part record;
  title_out CONSTANT text := 'Title left out by a moderator';
  publisher_out CONSTANT text := 'Publisher left out by a moderator';
  quote_out CONSTANT text := 'Quotation left out by a moderator.';
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.erased_sources WHERE source_id = erased) THEN
    RAISE EXCEPTION '% is not marked as erased', erased;
  END IF;
  -- By what it is quoted to say, in the reports whose entries or changes rest on it.
  cited := ARRAY(SELECT DISTINCT each.source FROM public.report_revisions revision
      JOIN public.reports report ON report.id = revision.report_id
      CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(revision.proposal->'sources')
        WHEN 'array' THEN revision.proposal->'sources' ELSE '[]' END) AS each (source)
    WHERE EXISTS (SELECT 1 FROM public.claims said WHERE said.source_id = erased AND said.says = each.source->>'says'
      AND (said.record_id = report.published_service_id
        OR said.batch_id IN (SELECT batch_id FROM public.record_changes WHERE report_id = report.id))));
  -- The longest first: a quotation may have the title within it.
  words := ARRAY(SELECT said FROM (
      SELECT title AS said FROM public.sources WHERE id = erased
      UNION SELECT note FROM public.sources WHERE id = erased
      UNION SELECT says FROM public.claims WHERE source_id = erased
      UNION SELECT said FROM public.quote_edits WHERE source_id = erased
      UNION SELECT says FROM public.quote_edits WHERE source_id = erased
      UNION SELECT source->>'title' FROM unnest(cited) AS source) AS its
    WHERE length(said) >= 8 AND said <> ALL (ARRAY[title_out, quote_out]) AND said NOT LIKE 'Worked out from %'
      AND NOT EXISTS (SELECT 1 FROM public.sources other WHERE other.id <> erased AND strpos(other.title, its.said) > 0)
      AND NOT EXISTS (SELECT 1 FROM public.claims other WHERE other.source_id <> erased AND strpos(other.says, its.said) > 0)
      AND NOT EXISTS (SELECT 1 FROM (
          SELECT name FROM public.places UNION ALL SELECT name_cy FROM public.places UNION ALL SELECT name FROM public.services
          UNION ALL SELECT name FROM public.providers UNION ALL SELECT name FROM public.commissioners
          UNION ALL SELECT name_en FROM public.areas UNION ALL SELECT name_cy FROM public.areas) AS called
        WHERE strpos(lower(called.name), lower(its.said)) > 0)
    ORDER BY length(said) DESC, said);
  inside := ARRAY(SELECT public.inside_json(word) FROM unnest(words) AS word);
  -- A home page is many documents' address.
  links := ARRAY(SELECT url FROM (
      SELECT url FROM public.sources WHERE id = erased UNION SELECT source->>'url' FROM unnest(cited) AS source) AS its
    WHERE url ~ '^https?://[^/]+/.+'
      AND NOT EXISTS (SELECT 1 FROM public.sources other WHERE other.id <> erased AND strpos(other.url, its.url) > 0));
  publishers := ARRAY(SELECT publisher FROM (
      SELECT publisher FROM public.sources WHERE id = erased
      UNION SELECT source->>'publisher' FROM unnest(cited) AS source) AS its
    WHERE publisher <> '' AND publisher <> publisher_out);

  UPDATE public.claims SET says = quote_out
    WHERE source_id = erased AND says <> quote_out AND says NOT LIKE 'Worked out from %';
  DELETE FROM public.quote_edits WHERE source_id = erased;
  UPDATE public.sources SET title = title_out, publisher = publisher_out, url = NULL, note = NULL, source_key = NULL
    WHERE id = erased;
  UPDATE public.second_looks SET reason = '', because = '' WHERE subject_type = 'source' AND subject_id = erased;
  -- What the queue searches by is read off anew.
  UPDATE public.reports SET words = '{}', source_of = '', listed_revision = 0 WHERE id IN (
    SELECT report_id FROM public.report_revisions WHERE public.has_any(proposal::text, inside || links));

  FOR part IN
    SELECT c.table_name AS owner, c.column_name AS name, c.data_type AS kind
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND c.data_type IN ('text', 'jsonb')
      AND c.table_name NOT IN ('audit_entries', 'audit_payloads', 'sources', 'services', 'places', 'place_addresses',
        'place_identifiers', 'providers', 'commissioners', 'contracts', 'areas', 'slug_history')
      AND (c.table_name, c.column_name) NOT IN (('claims', 'value'), ('record_versions', 'snapshot'))
  LOOP
    IF part.kind = 'text' THEN
      EXECUTE format('UPDATE public.%1$I SET %2$I = public.without_words(%2$I, $1) WHERE public.has_any(%2$I, $1)',
        part.owner, part.name) USING words || links;
    ELSE
      -- A fact that is a link of its own, as a website, is not the source's.
      EXECUTE format('UPDATE public.%1$I SET %2$I = public.without_cited(public.without_words(%2$I::text, $1), $2, $3)::jsonb
          WHERE public.has_any(%2$I::text, $1) OR public.without_cited(%2$I::text, $2, ''{}'') <> %2$I::text', part.owner, part.name)
        USING inside, links, publishers;
    END IF;
  END LOOP;

  WITH gone AS (
    DELETE FROM public.audit_payloads
    WHERE public.has_any(payload::text, inside || links) OR number IN (
      SELECT number FROM public.audit_entries WHERE subject_type = 'source' AND subject_id = erased::text)
    RETURNING number)
  INSERT INTO public.erased_payloads (number) SELECT number FROM gone ON CONFLICT DO NOTHING;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_source_words(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_source_words(uuid) TO nhs_map_app;
