ALTER TYPE "public"."report_field" ADD VALUE 'changed-on';--> statement-breakpoint
ALTER TYPE "public"."report_field" ADD VALUE 'value';--> statement-breakpoint
ALTER TYPE "public"."report_field" ADD VALUE 'same-as';--> statement-breakpoint
ALTER TYPE "public"."report_field" ADD VALUE 'check';