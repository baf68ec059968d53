ALTER TYPE "public"."audit_action" ADD VALUE 'report.reopened' BEFORE 'report.appealed';--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "duplicate_of_report_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_duplicate_of_report_id_reports_id_fk" FOREIGN KEY ("duplicate_of_report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_addresses_town" ON "place_addresses" USING btree (lower("town") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "reports_duplicate" ON "reports" USING btree ("duplicate_of_report_id") WHERE "reports"."duplicate_of_report_id" is not null;