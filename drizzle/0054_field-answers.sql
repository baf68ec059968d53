ALTER TABLE "report_messages" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "report_messages" ADD COLUMN "field" "report_field";--> statement-breakpoint
ALTER TABLE "report_messages" ADD CONSTRAINT "report_messages_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;