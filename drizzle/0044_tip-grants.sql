-- What waits to be confirmed and is not goes again: from both tables, and nothing else is deleted there.
GRANT SELECT, INSERT, UPDATE, DELETE ON tips TO nhs_map_app;--> statement-breakpoint
GRANT DELETE ON complaints TO nhs_map_app;
