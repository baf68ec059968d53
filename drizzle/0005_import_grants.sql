-- Rows are written when a file is staged and rewritten while it is repaired; they are never removed.
GRANT SELECT, INSERT, UPDATE ON batch_rows TO nhs_map_app;
