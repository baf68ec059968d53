ALTER TABLE "report_messages" ADD COLUMN "submission_key" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "submission_key" uuid;--> statement-breakpoint
ALTER TABLE "report_messages" ADD CONSTRAINT "report_messages_submission" UNIQUE("writer_id","submission_key");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_submission" UNIQUE("author_id","submission_key");