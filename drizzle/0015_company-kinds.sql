ALTER TYPE "public"."legal_form" ADD VALUE 'guarantee-company';--> statement-breakpoint
ALTER TYPE "public"."legal_form" ADD VALUE 'employee-owned-company';--> statement-breakpoint
ALTER TYPE "public"."provider_kind" ADD VALUE 'guarantee-company' BEFORE 'private-sector';--> statement-breakpoint
ALTER TYPE "public"."provider_kind" ADD VALUE 'employee-owned-company' BEFORE 'private-sector';