CREATE TABLE "care_months" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"trusts" jsonb NOT NULL,
	"payers" jsonb
);
--> statement-breakpoint
ALTER TABLE "care_months" ADD CONSTRAINT "care_months_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;