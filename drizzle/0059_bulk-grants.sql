-- A moderator puts reports together, what came of each is written beside it, and all of it goes after its time.
GRANT SELECT, INSERT, UPDATE, DELETE ON bulk_runs, bulk_items TO nhs_map_app;
