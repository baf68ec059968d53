-- What is proposed is kept; only what became of it changes.
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, reason, version) ON registration_proposals TO nhs_map_app;
