ALTER TYPE "public"."audit_action" ADD VALUE 'batch.commented' BEFORE 'batch.previewed';--> statement-breakpoint
CREATE TABLE "import_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"comment" text NOT NULL,
	"document" text NOT NULL,
	"written_on" text NOT NULL,
	"url" text NOT NULL,
	"recorded_by" text NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_comments_once" UNIQUE("batch_id","provider_id")
);
--> statement-breakpoint
ALTER TABLE "import_comments" ADD CONSTRAINT "import_comments_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_comments TO nhs_map_app;
