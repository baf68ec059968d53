ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.called' BEFORE 'campaigner.suspended';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'campaigner.limited' BEFORE 'campaigner.suspended';--> statement-breakpoint
CREATE TABLE "moderator_areas" (
	"campaigner_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "moderator_areas_campaigner_id_area_id_pk" PRIMARY KEY("campaigner_id","area_id")
);
--> statement-breakpoint
ALTER TABLE "campaigners" ADD COLUMN "called" text;--> statement-breakpoint
ALTER TABLE "moderator_areas" ADD CONSTRAINT "moderator_areas_campaigner_id_campaigners_id_fk" FOREIGN KEY ("campaigner_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderator_areas" ADD CONSTRAINT "moderator_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;