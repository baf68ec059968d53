ALTER TYPE "public"."audit_action" ADD VALUE 'file.offered' BEFORE 'file.published';--> statement-breakpoint
ALTER TABLE "report_files" ADD COLUMN "offered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "report_files" ADD COLUMN "published_source_id" uuid;--> statement-breakpoint
ALTER TABLE "report_files" ADD COLUMN "shows" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_published_source_id_sources_id_fk" FOREIGN KEY ("published_source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_files_published" ON "report_files" USING btree ("report_id") WHERE "report_files"."published_at" is not null;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_published_beside" CHECK (("report_files"."published_at" is null) = ("report_files"."published_source_id" is null)
        and ("report_files"."published_at" is null or ("report_files"."offered_at" is not null and "report_files"."shows" <> '')));