-- A change of an entry is written once and read; its batch says whether it was undone.
GRANT SELECT, INSERT ON record_changes TO nhs_map_app;
