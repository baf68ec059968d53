-- A report that is not sent yet is kept page by page.
GRANT UPDATE (draft, expires_at) ON pending_drafts TO nhs_map_app;
