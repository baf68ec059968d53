-- Who takes something gives it back, or somebody else has it after its time.
GRANT SELECT, INSERT, UPDATE (campaigner_id, until), DELETE ON taken_tasks TO nhs_map_app;
