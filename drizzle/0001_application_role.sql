-- The role the application runs as. It owns nothing; what it may do is listed here and nowhere else.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'nhs_map_app') THEN
    CREATE ROLE nhs_map_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this cluster was first
END $$;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'nhs_map_app', 'MEMBER') THEN
    EXECUTE format('GRANT nhs_map_app TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO nhs_map_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  areas, datasets, places, place_addresses, place_identifiers, providers, commissioners, contracts, services, sources,
  batches, reports, campaigners, sessions, sign_in_codes, verification_tokens, mail_outbox, rate_limits, settings,
  figures, representatives, area_overlaps, area_successors
  TO nhs_map_app;
--> statement-breakpoint
-- Projections are rewritten whole; sessions, tokens, drafts and spent mail are really removed.
GRANT DELETE ON place_addresses, place_identifiers, sessions, sign_in_codes, verification_tokens, mail_outbox, rate_limits,
  reports, representatives, area_overlaps, area_successors TO nhs_map_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON address_areas, service_areas, service_contracts TO nhs_map_app;
--> statement-breakpoint
-- History is written once.
GRANT SELECT, INSERT ON
  audit_entries, audit_payloads, claims, record_versions, publications, report_revisions, decisions, decision_fields,
  reviews, report_messages, checks, slug_history
  TO nhs_map_app;
--> statement-breakpoint
GRANT UPDATE (superseded_by) ON claims TO nhs_map_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (row) ON figure_rows TO nhs_map_app;
--> statement-breakpoint
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO nhs_map_app;
