ALTER TYPE "public"."audit_action" ADD VALUE 'record.change-undone' BEFORE 'record.withheld';--> statement-breakpoint
CREATE TABLE "record_changes" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid,
	"proposal" jsonb NOT NULL,
	"record_type" "record_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "checks" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "record_changes" ADD CONSTRAINT "record_changes_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_changes" ADD CONSTRAINT "record_changes_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_changes_record" ON "record_changes" USING btree ("record_type","record_id");--> statement-breakpoint
CREATE INDEX "record_changes_report" ON "record_changes" USING btree ("report_id");--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;