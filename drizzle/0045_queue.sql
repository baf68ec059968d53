CREATE TABLE "queue_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaigner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queue_views_name" UNIQUE("campaigner_id","name")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "lane" text GENERATED ALWAYS AS (case when set_aside_at is not null or state not in ('submitted', 'in-review', 'awaiting-second') then null
          when state = 'awaiting-second' then 'second' when appealed_from is not null then 'appeals'
          when kind = 'new-service' then 'new' else 'changes' end) STORED;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "listed_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "category" "service_category";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "town" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "source_of" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "area_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "entry_batch_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue_views" ADD CONSTRAINT "queue_views_campaigner_id_campaigners_id_fk" FOREIGN KEY ("campaigner_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_entry_batch_id_batches_id_fk" FOREIGN KEY ("entry_batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_queue" ON "reports" USING btree ("submitted_at","id","lane") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_lane" ON "reports" USING btree ("lane","submitted_at","id") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_category" ON "reports" USING btree ("category","submitted_at","id") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_town" ON "reports" USING btree (lower("town"),"submitted_at","id") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_source" ON "reports" USING btree ("source_of","submitted_at","id") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_author" ON "reports" USING btree ("author_id","submitted_at","id") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_batch" ON "reports" USING btree ("entry_batch_id","submitted_at","id") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_areas" ON "reports" USING gin ("area_ids") WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_queue_words" ON "reports" USING gin (to_tsvector('simple', "words")) WHERE lane is not null;--> statement-breakpoint
CREATE INDEX "reports_held" ON "reports" USING btree ("held_by") WHERE "reports"."held_by" is not null;--> statement-breakpoint
CREATE INDEX "reports_unlisted" ON "reports" USING btree ("id") WHERE lane is not null and listed_revision < revision;