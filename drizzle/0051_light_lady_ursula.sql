ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.practised' BEFORE 'campaigner.suspended';--> statement-breakpoint
ALTER TABLE "campaigners" ADD COLUMN "practised_at" timestamp with time zone;