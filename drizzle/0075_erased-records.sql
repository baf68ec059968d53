ALTER TYPE "public"."audit_action" ADD VALUE 'record.erased';--> statement-breakpoint
CREATE TABLE "erased_marks" (
	"mark" text PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erased_payloads" (
	"number" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erased_records" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"record_type" "record_type" NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"erased_by" text NOT NULL,
	"erased_with" uuid
);
--> statement-breakpoint
ALTER TABLE "erased_marks" ADD CONSTRAINT "erased_marks_record_id_erased_records_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."erased_records"("record_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_payloads" ADD CONSTRAINT "erased_payloads_number_audit_entries_number_fk" FOREIGN KEY ("number") REFERENCES "public"."audit_entries"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erased_marks_record" ON "erased_marks" USING btree ("record_id");