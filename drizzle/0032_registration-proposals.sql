CREATE TYPE "public"."proposal_state" AS ENUM('open', 'accepted', 'dismissed');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'proposal.accepted' BEFORE 'reference.loaded';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'proposal.dismissed' BEFORE 'reference.loaded';--> statement-breakpoint
CREATE TABLE "registration_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"speaks_of" date NOT NULL,
	"held_location_id" text NOT NULL,
	"said" jsonb NOT NULL,
	"state" "proposal_state" DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registration_proposals_once" UNIQUE("batch_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "registration_proposals" ADD CONSTRAINT "registration_proposals_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_proposals" ADD CONSTRAINT "registration_proposals_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_proposals" ADD CONSTRAINT "registration_proposals_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_proposals_place" ON "registration_proposals" USING btree ("place_id");