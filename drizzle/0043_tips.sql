ALTER TYPE "public"."audit_action" ADD VALUE 'tip.received';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'tip.shown';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'tip.reported';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'tip.closed';--> statement-breakpoint
ALTER TYPE "public"."complained_type" ADD VALUE 'area';--> statement-breakpoint
ALTER TYPE "public"."complaint_kind" ADD VALUE 'out-of-date';--> statement-breakpoint
CREATE TABLE "tips" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"area_id" uuid,
	"whereabouts" text NOT NULL,
	"says" text NOT NULL,
	"email" text,
	"link" text,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"confirm_hash" text,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shown" text,
	"shown_at" timestamp with time zone,
	"shown_by" text,
	"report_id" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"answer" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tips_confirm_hash_unique" UNIQUE("confirm_hash")
);
--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "flags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "confirm_hash" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tips_waiting" ON "tips" USING btree ("closed_at","created_at");--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_confirm_hash_unique" UNIQUE("confirm_hash");