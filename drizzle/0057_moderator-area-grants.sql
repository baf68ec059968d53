-- The areas of a moderator are written anew as a whole.
GRANT SELECT, INSERT, DELETE ON moderator_areas TO nhs_map_app;
