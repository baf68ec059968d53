-- Where a reviewer has it from is what they typed too, and goes with the rest of it: the functions of 0020 with one column more.
CREATE OR REPLACE FUNCTION erase_report_texts(report uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.reports WHERE id = report AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'report % is not marked as erased', report;
  END IF;
  UPDATE public.report_revisions SET proposal = '{"kind": "erased"}' WHERE report_id = report;
  UPDATE public.report_messages SET body = '' WHERE report_id = report;
  UPDATE public.reviews SET reason = '', source = '' WHERE report_id = report;
  UPDATE public.decisions SET reason = '' WHERE report_id = report;
  DELETE FROM public.decision_fields
    WHERE decision_id IN (SELECT id FROM public.decisions WHERE report_id = report);
  DELETE FROM public.audit_payloads WHERE number IN (
    SELECT number FROM public.audit_entries WHERE subject_type = 'report' AND subject_id = report::text);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_campaigner_texts(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.campaigners WHERE id = person AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'campaigner % is not marked as erased', person;
  END IF;
  UPDATE public.report_messages SET body = '' WHERE writer_id = person;
  UPDATE public.reviews SET reason = '', source = '' WHERE reviewer_id = person;
  DELETE FROM public.audit_payloads WHERE number IN (
    SELECT number FROM public.audit_entries
    WHERE (subject_type = 'campaigner' AND subject_id = person::text)
       OR (subject_type = 'report' AND actor_id = person::text));
END $$;
