CREATE TYPE "public"."security_event" AS ENUM('sign-in', 'sign-in-refused', 'code-wrong', 'link-refused', 'signed-out', 'signed-out-everywhere', 'session-idle', 'refused', 'role-changed', 'suspended', 'unsuspended', 'erased', 'exported', 'second-factor-set', 'second-factor-removed', 'second-factor-passed', 'second-factor-wrong', 'recovery-code-used', 'setting-changed');--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	CONSTRAINT "recovery_codes_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "security_events" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "security_events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kind" "security_event" NOT NULL,
	"account_id" uuid,
	"by_id" text,
	"detail" text DEFAULT '' NOT NULL,
	CONSTRAINT "security_events_plain" CHECK ("security_events"."detail" ~ '^[a-z0-9 :./-]{0,100}$'),
	CONSTRAINT "security_events_by_plain" CHECK ("security_events"."by_id" ~ '^[a-z0-9:-]{1,100}$')
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_campaigners_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."campaigners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_campaigners_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."campaigners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "security_events_account" ON "security_events" USING btree ("account_id","kind","at");