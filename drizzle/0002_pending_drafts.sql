CREATE TABLE "pending_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pending_drafts_expires" ON "pending_drafts" USING btree ("expires_at");--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON pending_drafts TO nhs_map_app;
