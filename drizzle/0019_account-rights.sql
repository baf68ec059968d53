GRANT SELECT, INSERT, DELETE ON account_actions TO nhs_map_app;
--> statement-breakpoint
-- History is written once and the application cannot change it. Erasing is the one exception: two functions of the owner,
-- each of which can only empty what one person typed, and only once the account or report is marked as erased.
CREATE FUNCTION erase_report_texts(report uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM reports WHERE id = report AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'report % is not marked as erased', report;
  END IF;
  UPDATE report_revisions SET proposal = '{"kind": "erased"}' WHERE report_id = report;
  UPDATE report_messages SET body = '' WHERE report_id = report;
  UPDATE reviews SET reason = '' WHERE report_id = report;
  UPDATE decisions SET reason = '' WHERE report_id = report;
  DELETE FROM decision_fields WHERE decision_id IN (SELECT id FROM decisions WHERE report_id = report);
  DELETE FROM audit_payloads WHERE number IN (
    SELECT number FROM audit_entries WHERE subject_type = 'report' AND subject_id = report::text);
END $$;
--> statement-breakpoint
CREATE FUNCTION erase_campaigner_texts(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM campaigners WHERE id = person AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'campaigner % is not marked as erased', person;
  END IF;
  UPDATE report_messages SET body = '' WHERE writer_id = person;
  UPDATE reviews SET reason = '' WHERE reviewer_id = person;
  DELETE FROM audit_payloads WHERE number IN (
    SELECT number FROM audit_entries
    WHERE (subject_type = 'campaigner' AND subject_id = person::text)
       OR (subject_type = 'report' AND actor_id = person::text));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_report_texts(uuid), erase_campaigner_texts(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_report_texts(uuid), erase_campaigner_texts(uuid) TO nhs_map_app;
--> statement-breakpoint
-- Asking to sign in says whose a kept draft is (a pseudonym of the address); nothing else of it is ever changed.
GRANT UPDATE (for_whom) ON pending_drafts TO nhs_map_app;
