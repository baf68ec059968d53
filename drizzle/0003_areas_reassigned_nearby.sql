ALTER TYPE "public"."audit_action" ADD VALUE 'areas.reassigned' BEFORE 'starter.loaded';--> statement-breakpoint
CREATE INDEX "place_addresses_position" ON "place_addresses" USING btree ("lat","lon");