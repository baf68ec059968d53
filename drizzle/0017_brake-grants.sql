-- Written once, closed later; never removed. A complaint's address and words can be emptied.
GRANT SELECT, INSERT, UPDATE ON withholdings, complaints, disputes TO nhs_map_app;
