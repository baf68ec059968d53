-- What came with the project and is here already was read before it was loaded; one that was loaded first says so by the day of that.
UPDATE "batches" SET "read_on" = least("created_at"::date,
  CASE WHEN "title" LIKE 'Who is registered%' THEN date '2026-11-29' ELSE date '2026-11-21' END)
WHERE "format" IS NULL AND "imported_by" = 'starter-data';
