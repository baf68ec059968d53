ALTER TYPE "public"."audit_action" ADD VALUE 'complaint.erased';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'tip.erased';--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tips" ADD COLUMN "erased_at" timestamp with time zone;