ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.suspended';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.restored';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.exported';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.erased';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'report.set-aside';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'report.brought-back';--> statement-breakpoint
CREATE TABLE "account_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaigner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigners" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigners" ADD COLUMN "suspended_because" text;--> statement-breakpoint
ALTER TABLE "pending_drafts" ADD COLUMN "for_whom" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "set_aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "set_aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account_actions" ADD CONSTRAINT "account_actions_campaigner_id_campaigners_id_fk" FOREIGN KEY ("campaigner_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_actions_of" ON "account_actions" USING btree ("campaigner_id","kind","at");