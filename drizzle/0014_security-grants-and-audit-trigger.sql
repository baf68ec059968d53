-- The log is written once, like the audit. What is older than a year goes, by the one function that may remove it.
GRANT SELECT, INSERT ON security_events TO nhs_map_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors TO nhs_map_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON recovery_codes TO nhs_map_app;
--> statement-breakpoint
CREATE FUNCTION remove_old_security_events() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (DELETE FROM public.security_events WHERE at < now() - interval '1 year' RETURNING 1) SELECT count(*) FROM gone
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION remove_old_security_events() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION remove_old_security_events() TO nhs_map_app;
--> statement-breakpoint
-- The chain, held by the database itself: whoever has the application's role can add to its end and do nothing else.
-- The text that is hashed is the one of server/audit.ts: JSON without spaces, the time to the millisecond in UTC.
CREATE FUNCTION check_audit_entry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last record;
  said text;
BEGIN
  -- The lock of db/queries/audit.ts: one writer at a time, to the end of the transaction.
  PERFORM pg_advisory_xact_lock(7261948);
  SELECT number, hash INTO last FROM public.audit_entries ORDER BY number DESC LIMIT 1;
  IF NEW.number IS DISTINCT FROM coalesce(last.number, 0) + 1 THEN
    RAISE EXCEPTION 'audit: the next number is %, not %', coalesce(last.number, 0) + 1, NEW.number USING ERRCODE = '23514';
  END IF;
  IF NEW.previous_hash IS DISTINCT FROM coalesce(last.hash, '') THEN
    RAISE EXCEPTION 'audit: entry % does not link to the one before it', NEW.number USING ERRCODE = '23514';
  END IF;
  IF NEW.at > clock_timestamp() + interval '5 minutes' OR NEW.at <> date_trunc('milliseconds', NEW.at) THEN
    RAISE EXCEPTION 'audit: the time of entry % cannot be', NEW.number USING ERRCODE = '23514';
  END IF;
  said := '[' || concat_ws(',',
    NEW.number::text,
    to_json(to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text,
    to_json(NEW.actor_id)::text, to_json(NEW.actor_role)::text, to_json(NEW.action::text)::text,
    to_json(NEW.subject_type)::text, to_json(NEW.subject_id)::text,
    to_json(NEW.payload_hash)::text, to_json(NEW.previous_hash)::text) || ']';
  IF NEW.hash IS DISTINCT FROM encode(sha256(convert_to(said, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'audit: the hash of entry % is not that of what it says', NEW.number USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_chain BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION check_audit_entry();
