ALTER TYPE "public"."audit_action" ADD VALUE 'second.asked' BEFORE 'complaint.received';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'second.agreed' BEFORE 'complaint.received';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'second.declined' BEFORE 'complaint.received';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'second.taken-back' BEFORE 'complaint.received';--> statement-breakpoint
CREATE TABLE "second_looks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"act" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"wanted" text,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"verdict" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"because" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "second_looks_open" ON "second_looks" USING btree ("subject_type","subject_id") WHERE "second_looks"."verdict" is null;