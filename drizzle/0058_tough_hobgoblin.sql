ALTER TYPE "public"."audit_action" ADD VALUE 'report.taken-back' BEFORE 'report.appealed';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'bulk.begun' BEFORE 'file.added';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'bulk.decided' BEFORE 'file.added';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'bulk.taken-back' BEFORE 'file.added';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.held' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.renewed' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.released' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.taken-over' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.expired' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.row-dropped' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.row-put-back' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'batch.previewed' BEFORE 'batch.approved';--> statement-breakpoint
ALTER TYPE "public"."decision_verdict" ADD VALUE 'take-back';--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"because" jsonb,
	CONSTRAINT "bulk_items_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"moderator_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"view" text DEFAULT '' NOT NULL,
	"phase" text DEFAULT 'previewing' NOT NULL,
	"submission_key" uuid NOT NULL,
	"decided_at" timestamp with time zone,
	"taken_back_by" uuid,
	"taken_back_at" timestamp with time zone,
	"taken_back_because" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_runs_submission" UNIQUE("moderator_id","submission_key")
);
--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "held_by" text;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "hold_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_moderator_id_campaigners_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_taken_back_by_campaigners_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_items_report" ON "bulk_items" USING btree ("report_id");