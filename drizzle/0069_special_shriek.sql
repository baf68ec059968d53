CREATE TABLE "dropped_sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" uuid NOT NULL,
	"record_type" "record_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"dropped_by" text NOT NULL,
	"dropped_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"cited_again_by" text,
	"cited_again_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "dropped_sources" ADD CONSTRAINT "dropped_sources_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dropped_sources_open" ON "dropped_sources" USING btree ("record_id","source_id") WHERE "dropped_sources"."cited_again_at" is null;