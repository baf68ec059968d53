ALTER TYPE "public"."audit_action" ADD VALUE 'record.reply-verified' BEFORE 'complaint.received';--> statement-breakpoint
ALTER TYPE "public"."complaint_kind" ADD VALUE 'defamation';--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "notice" jsonb;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "acknowledged_at" timestamp with time zone;