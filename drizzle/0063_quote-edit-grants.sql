-- A quotation is edited again by taking the row's place; the recorded words are in the facts.
GRANT SELECT, INSERT, DELETE ON quote_edits TO nhs_map_app;
