-- What a row of an import is made from was kept as the cells of a list, or as one or two cells of JSON. Now it is one value that says
-- which shape it has and in which version (domain/imports/stored-item.ts). Rows of every import are upgraded where they are: those in
-- preview are planned again from it, those that were approved or undone are shown.
ALTER TABLE "batch_rows" RENAME COLUMN "raw" TO "item";
--> statement-breakpoint
UPDATE "batch_rows" SET "item" = CASE "batches"."format"
  WHEN 'campaign-list' THEN jsonb_build_object('shape', 'cells', 'version', 1, 'value', "item")
  WHEN 'waiting-times' THEN jsonb_build_object('shape', 'provider-code', 'version', 1, 'value',
    ("item" ->> 0)::jsonb || jsonb_build_object('answer', ("item" ->> 1)::jsonb))
  WHEN 'gp-payments' THEN jsonb_build_object('shape', 'payments-row', 'version', 1, 'value', ("item" ->> 0)::jsonb)
  ELSE jsonb_build_object('shape', 'register-entry', 'version', 1, 'value', ("item" ->> 0)::jsonb)
END
FROM "batches" WHERE "batches"."id" = "batch_rows"."batch_id";
