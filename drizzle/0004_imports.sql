CREATE TYPE "public"."import_outcome" AS ENUM('new', 'changed', 'ended', 'unchanged', 'refused');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.staged' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.mapped' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.row-repaired' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.submitted' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.refused' BEFORE 'batch.undone';--> statement-breakpoint
ALTER TYPE "public"."batch_state" ADD VALUE 'submitted' BEFORE 'approved';--> statement-breakpoint
ALTER TYPE "public"."batch_state" ADD VALUE 'refused' BEFORE 'undone';--> statement-breakpoint
CREATE TABLE "batch_rows" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"parsed" jsonb,
	"outcome" "import_outcome" NOT NULL,
	"problems" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"plan" jsonb,
	"decision" text,
	"is_applied" boolean DEFAULT false NOT NULL,
	"record_ids" jsonb,
	CONSTRAINT "batch_rows_batch_id_number_pk" PRIMARY KEY("batch_id","number")
);
--> statement-breakpoint
ALTER TABLE "batches" DROP CONSTRAINT "batches_content_hash_unique";--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "file_name" text;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "is_complete" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "header" jsonb;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "mapping" jsonb;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "cleaned" jsonb;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "refused_by" text;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "refused_because" text;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "kept_when_undone" jsonb;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_rows_outcome" ON "batch_rows" USING btree ("batch_id","outcome");--> statement-breakpoint
CREATE UNIQUE INDEX "batches_content_hash_live" ON "batches" USING btree ("content_hash") WHERE "batches"."undone_at" is null and "batches"."refused_at" is null;