CREATE TYPE "public"."file_kind" AS ENUM('photograph', 'document');--> statement-breakpoint
CREATE TYPE "public"."file_state" AS ENUM('receiving', 'ready');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'file.added' BEFORE 'record.published';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'file.blurred' BEFORE 'record.published';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'file.removed' BEFORE 'record.published';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'file.published' BEFORE 'record.published';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'file.unpublished' BEFORE 'record.published';--> statement-breakpoint
CREATE TABLE "report_file_parts" (
	"file_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "report_file_parts_file_id_start_pk" PRIMARY KEY("file_id","start")
);
--> statement-breakpoint
CREATE TABLE "report_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid,
	"uploader_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" "file_state" DEFAULT 'receiving' NOT NULL,
	"kind" "file_kind",
	"bytes" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"width" integer,
	"height" integer,
	"key" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_files_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "stored_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_file_parts" ADD CONSTRAINT "report_file_parts_file_id_report_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."report_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_uploader_id_campaigners_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_published_by_campaigners_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_files_report" ON "report_files" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_files_unfinished" ON "report_files" USING btree ("uploader_id") WHERE "report_files"."state" = 'receiving';