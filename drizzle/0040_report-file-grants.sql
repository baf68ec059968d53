-- A file goes with its report, and what was sent of it once it is whole.
GRANT SELECT, INSERT, UPDATE, DELETE ON report_files TO nhs_map_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON report_file_parts TO nhs_map_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON stored_keys TO nhs_map_app;
