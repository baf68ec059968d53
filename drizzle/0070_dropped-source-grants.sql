-- A source is dropped from an entry and cited again by the application, and never removed.
GRANT SELECT, INSERT, UPDATE ON dropped_sources TO nhs_map_app;
