ALTER TYPE "public"."identifier_scheme" ADD VALUE 'ods-branch';--> statement-breakpoint
ALTER TABLE "place_identifiers" ADD COLUMN "is_listed" boolean DEFAULT true NOT NULL;