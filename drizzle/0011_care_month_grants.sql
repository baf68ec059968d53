-- Written when an extract is staged, completed when it is approved; never removed.
GRANT SELECT, INSERT, UPDATE ON care_months TO nhs_map_app;
