-- A projection of claims, rewritten whole.
GRANT SELECT, INSERT, UPDATE, DELETE ON place_registrations TO nhs_map_app;
