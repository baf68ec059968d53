CREATE TYPE "public"."task_kind" AS ENUM('place-not-checked', 'check-due', 'owner-not-known', 'no-provider', 'not-confirmed', 'contract-ends', 'place-not-exact');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'task.taken';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'task.given-back';--> statement-breakpoint
CREATE TABLE "taken_tasks" (
	"kind" "task_kind" NOT NULL,
	"record_id" uuid NOT NULL,
	"campaigner_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "taken_tasks_kind_record_id_pk" PRIMARY KEY("kind","record_id")
);
--> statement-breakpoint
ALTER TABLE "taken_tasks" ADD CONSTRAINT "taken_tasks_campaigner_id_campaigners_id_fk" FOREIGN KEY ("campaigner_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taken_tasks_campaigner" ON "taken_tasks" USING btree ("campaigner_id");