-- What waits for a second person is asked and decided by the application, and never removed.
GRANT SELECT, INSERT, UPDATE ON second_looks TO nhs_map_app;
