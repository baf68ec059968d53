CREATE TYPE "public"."owner_class" AS ENUM('nhs', 'gps-of-the-practice', 'member-practices', 'others');--> statement-breakpoint
CREATE TYPE "public"."registered_form" AS ENUM('partnership', 'individual', 'organisation', 'nhs-body', 'not-given');--> statement-breakpoint
CREATE TABLE "place_registrations" (
	"place_id" uuid NOT NULL,
	"location_id" text NOT NULL,
	"form" "registered_form" NOT NULL,
	"registered_on" date NOT NULL,
	"since" date NOT NULL,
	"ended_on" date,
	"provider_id" uuid,
	"is_latest" boolean NOT NULL,
	"doubts" text[] NOT NULL,
	"confirmed_on" date NOT NULL,
	CONSTRAINT "place_registrations_place_id_location_id_pk" PRIMARY KEY("place_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "owner_class" "owner_class";--> statement-breakpoint
ALTER TABLE "place_registrations" ADD CONSTRAINT "place_registrations_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_registrations" ADD CONSTRAINT "place_registrations_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_registrations_location" ON "place_registrations" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "place_registrations_provider" ON "place_registrations" USING btree ("provider_id");