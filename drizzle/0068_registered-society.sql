ALTER TYPE "public"."legal_form" ADD VALUE 'registered-society';--> statement-breakpoint
ALTER TYPE "public"."provider_kind" ADD VALUE 'registered-society' BEFORE 'private-sector';