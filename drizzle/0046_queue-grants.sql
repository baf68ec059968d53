-- A moderator keeps views of the queue, keeps another under the same name, and removes them.
GRANT SELECT, INSERT, UPDATE (address), DELETE ON queue_views TO nhs_map_app;
