-- What the audit says of a complaint or a tip whose sender asked for what they sent to be erased. As the two functions of 0020: it empties
-- nothing that is not marked as erased, and names every table in full.
CREATE FUNCTION erase_sent_texts(sent uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.complaints WHERE id = sent AND erased_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM public.tips WHERE id = sent AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'nothing that was sent as % is marked as erased', sent;
  END IF;
  DELETE FROM public.audit_payloads WHERE number IN (
    SELECT number FROM public.audit_entries
    WHERE subject_type IN ('complaint', 'tip') AND subject_id = sent::text);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_sent_texts(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_sent_texts(uuid) TO nhs_map_app;
