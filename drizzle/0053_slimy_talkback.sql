CREATE TYPE "public"."mail_wish" AS ENUM('immediate', 'daily', 'off');--> statement-breakpoint
ALTER TABLE "campaigners" ADD COLUMN "mail_wish" "mail_wish" DEFAULT 'daily' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigners" ADD COLUMN "mail_told_at" timestamp with time zone DEFAULT now() NOT NULL;