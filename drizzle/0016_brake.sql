CREATE TYPE "public"."complained_type" AS ENUM('service', 'place', 'provider');--> statement-breakpoint
CREATE TYPE "public"."complaint_kind" AS ENUM('wrong-provider', 'wrong-place', 'closed', 'names-a-person', 'unsafe', 'legal', 'other');--> statement-breakpoint
CREATE TYPE "public"."withheld_type" AS ENUM('service', 'place', 'provider', 'source', 'commissioner', 'contract');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'record.withheld' BEFORE 'batch.staged';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'record.restored' BEFORE 'batch.staged';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'record.disputed' BEFORE 'batch.staged';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'record.dispute-settled' BEFORE 'batch.staged';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'complaint.received' BEFORE 'batch.staged';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'complaint.answered' BEFORE 'batch.staged';--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_type" "complained_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"kind" "complaint_kind" NOT NULL,
	"why" text NOT NULL,
	"email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"answer" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_type" "complained_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"field" text,
	"says" text NOT NULL,
	"complaint_id" uuid,
	"marked_by" text NOT NULL,
	"marked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_by" text,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "withholdings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_type" "withheld_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"visibility_before" "visibility",
	"reason" text NOT NULL,
	"withheld_by" text NOT NULL,
	"withheld_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"source_id" uuid,
	"restored_by" text,
	"restored_at" timestamp with time zone,
	"restored_because" text
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "withheld_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_waiting" ON "complaints" USING btree ("answered_at","created_at");--> statement-breakpoint
CREATE INDEX "disputes_record" ON "disputes" USING btree ("record_type","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "withholdings_open" ON "withholdings" USING btree ("record_type","record_id") WHERE "withholdings"."restored_at" is null;