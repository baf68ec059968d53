CREATE TYPE "public"."area_kind" AS ENUM('constituency', 'council', 'icb', 'health-board', 'hsc-trust', 'region', 'nation');--> statement-breakpoint
CREATE TYPE "public"."nation" AS ENUM('england', 'scotland', 'wales', 'northern-ireland');--> statement-breakpoint
CREATE TYPE "public"."audit_action" AS ENUM('report.drafted', 'report.submitted', 'report.edited', 'report.withdrawn', 'report.discarded', 'report.held', 'report.renewed', 'report.passed-on', 'report.taken-over', 'report.released', 'report.expired', 'report.approved', 'report.sent-for-second', 'report.confirmed', 'report.returned', 'report.rejected', 'report.changes-requested', 'report.marked-duplicate', 'report.appealed', 'report.reviewed', 'report.message', 'record.published', 'record.changed', 'record.withdrawn', 'record.merged', 'batch.approved', 'batch.undone', 'reference.loaded', 'starter.loaded', 'role.granted', 'role.revoked', 'campaigner.joined', 'campaigner.signed-out-everywhere');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('campaigner', 'trusted-campaigner', 'moderator', 'admin');--> statement-breakpoint
CREATE TYPE "public"."check_proof" AS ENUM('register-holder', 'practice-statement', 'regulator', 'published-service', 'other');--> statement-breakpoint
CREATE TYPE "public"."check_result" AS ENUM('outsourced', 'not-outsourced', 'unclear');--> statement-breakpoint
CREATE TYPE "public"."commissioner_kind" AS ENUM('icb', 'nhs-england', 'trust', 'health-board', 'hsc-trust', 'council', 'other');--> statement-breakpoint
CREATE TYPE "public"."identifier_scheme" AS ENUM('ods-organisation', 'ods-site', 'cqc-location', 'cdc-list');--> statement-breakpoint
CREATE TYPE "public"."legal_form" AS ENUM('company', 'community-interest-company', 'charity', 'community-benefit-society', 'partnership', 'gp-partnership', 'university', 'council', 'nhs-body', 'nhs-owned-company');--> statement-breakpoint
CREATE TYPE "public"."place_kind" AS ENUM('gp-practice', 'hospital', 'clinic', 'diagnostic-centre', 'other');--> statement-breakpoint
CREATE TYPE "public"."position_precision" AS ENUM('site', 'postcode', 'small-area', 'town');--> statement-breakpoint
CREATE TYPE "public"."visibility" AS ENUM('published', 'disputed', 'area-only', 'withheld', 'merged', 'erased');--> statement-breakpoint
CREATE TYPE "public"."decision_verdict" AS ENUM('approve', 'approve-in-part', 'send-for-second', 'confirm', 'return', 'reject', 'request-changes', 'duplicate');--> statement-breakpoint
CREATE TYPE "public"."field_verdict" AS ENUM('accept', 'change', 'refuse', 'ask');--> statement-breakpoint
CREATE TYPE "public"."report_kind" AS ENUM('new-service', 'correction', 'change', 'still-there', 'same-as', 'not-outsourced');--> statement-breakpoint
CREATE TYPE "public"."report_state" AS ENUM('draft', 'submitted', 'in-review', 'awaiting-second', 'changes-requested', 'approved', 'rejected', 'duplicate', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."review_verdict" AS ENUM('confirm', 'dispute');--> statement-breakpoint
CREATE TYPE "public"."award_route" AS ENUM('competitive', 'direct-award-a', 'direct-award-b', 'direct-award-c', 'most-suitable-provider', 'urgent', 'framework', 'earlier', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."contract_type" AS ENUM('gms', 'pms', 'apms', '17j', '17c', '2c', 'nhs-standard-contract', 'framework', 'subcontract', 'other', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."provider_kind" AS ENUM('company', 'community-interest-company', 'charity', 'community-benefit-society', 'partnership', 'gp-partnership', 'university', 'council', 'nhs-body', 'nhs-owned-company', 'private-sector');--> statement-breakpoint
CREATE TYPE "public"."service_category" AS ENUM('gp-practice', 'out-of-hours-gp', 'urgent-care', 'nhs-111', 'patient-transport', 'diagnostics-and-scans', 'pathology', 'eye-care', 'planned-surgery', 'outpatient-clinic', 'dermatology', 'hearing', 'physiotherapy', 'prosthetics', 'dialysis', 'maternity', 'community-nursing', 'rehabilitation', 'mental-health', 'talking-therapies', 'addiction', 'learning-disability', 'childrens-community-health', 'end-of-life-care', 'prison-healthcare', 'fertility', 'abortion', 'sexual-assault', 'domestic-abuse', 'gender-identity', 'other');--> statement-breakpoint
CREATE TYPE "public"."service_status" AS ENUM('operating', 'planned', 'ended');--> statement-breakpoint
CREATE TYPE "public"."batch_state" AS ENUM('previewed', 'approved', 'undone');--> statement-breakpoint
CREATE TYPE "public"."record_type" AS ENUM('service', 'place', 'provider', 'commissioner', 'contract', 'area');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('register', 'contract-notice', 'regulator', 'provider-page', 'news', 'foi-answer', 'official-statistics', 'government-announcement', 'photograph', 'other');--> statement-breakpoint
CREATE TABLE "area_overlaps" (
	"area_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"share" real NOT NULL,
	CONSTRAINT "area_overlaps_area_id_other_id_pk" PRIMARY KEY("area_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "area_successors" (
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"share" real,
	"basis" text NOT NULL,
	CONSTRAINT "area_successors_from_id_to_id_pk" PRIMARY KEY("from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "area_kind" NOT NULL,
	"code" text NOT NULL,
	"ods_code" text,
	"slug" text NOT NULL,
	"name_en" text NOT NULL,
	"name_cy" text,
	"nation" "nation" NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"west" double precision NOT NULL,
	"south" double precision NOT NULL,
	"east" double precision NOT NULL,
	"north" double precision NOT NULL,
	"population" integer,
	"population_year" integer,
	"valid_from" date,
	"valid_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "areas_kind_code_from" UNIQUE NULLS NOT DISTINCT("kind","code","valid_from"),
	CONSTRAINT "areas_kind_slug" UNIQUE("kind","slug")
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"licence" text NOT NULL,
	"attribution" text NOT NULL,
	"url" text NOT NULL,
	"vintage" text NOT NULL,
	"rows" integer NOT NULL,
	"content_hash" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "representatives" (
	"area_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"party" text NOT NULL,
	"url" text NOT NULL,
	"parliament_id" text,
	"since" date,
	"as_of" text NOT NULL,
	"dataset_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" "audit_action" NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload_hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_payloads" (
	"number" bigint PRIMARY KEY NOT NULL,
	"payload" jsonb NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text,
	"email_verified_at" timestamp with time zone,
	"role" "role" DEFAULT 'campaigner' NOT NULL,
	"is_starter" boolean DEFAULT false NOT NULL,
	"erased_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigners_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"purpose" text NOT NULL,
	"dedupe_key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_outbox_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token" text PRIMARY KEY NOT NULL,
	"campaigner_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"email" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "figure_rows" (
	"figure_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"row" jsonb,
	CONSTRAINT "figure_rows_figure_id_service_id_pk" PRIMARY KEY("figure_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"area_id" uuid,
	"counted_on" date NOT NULL,
	"definition" text NOT NULL,
	"counts" jsonb NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "figures_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "address_areas" (
	"address_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "address_areas_address_id_area_id_pk" PRIMARY KEY("address_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"checked_on" date NOT NULL,
	"result" "check_result" NOT NULL,
	"proof" "check_proof" NOT NULL,
	"source_id" uuid NOT NULL,
	"due_again_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commissioners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" "commissioner_kind" NOT NULL,
	"ods_code" text,
	"area_id" uuid,
	"successor_id" uuid,
	"visibility" "visibility" DEFAULT 'published' NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"batch_id" uuid,
	"source_key" text,
	"content_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commissioners_slug_unique" UNIQUE("slug"),
	CONSTRAINT "commissioners_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "place_addresses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_main" boolean NOT NULL,
	"lines" text NOT NULL,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"precision" "position_precision",
	CONSTRAINT "place_addresses_key" UNIQUE("place_id","key")
);
--> statement-breakpoint
CREATE TABLE "place_identifiers" (
	"place_id" uuid NOT NULL,
	"scheme" "identifier_scheme" NOT NULL,
	"code" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "place_identifiers_place_id_scheme_code_pk" PRIMARY KEY("place_id","scheme","code")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_cy" text,
	"kind" "place_kind" NOT NULL,
	"merged_into" uuid,
	"visibility" "visibility" DEFAULT 'published' NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"batch_id" uuid,
	"source_key" text,
	"content_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug"),
	CONSTRAINT "places_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"legal_form" "legal_form",
	"owners" text,
	"about" text,
	"website" text,
	"companies_house_number" text,
	"parent_id" uuid,
	"merged_into" uuid,
	"visibility" "visibility" DEFAULT 'published' NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"batch_id" uuid,
	"source_key" text,
	"content_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "providers_slug_unique" UNIQUE("slug"),
	CONSTRAINT "providers_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "decision_fields" (
	"decision_id" uuid NOT NULL,
	"field" text NOT NULL,
	"verdict" "field_verdict" NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"changed_to" jsonb,
	CONSTRAINT "decision_fields_decision_id_field_pk" PRIMARY KEY("decision_id","field")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"moderator_id" uuid NOT NULL,
	"verdict" "decision_verdict" NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"writer_id" uuid NOT NULL,
	"from_author" boolean NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_revisions" (
	"report_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"proposal" jsonb NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "report_revisions_report_id_number_pk" PRIMARY KEY("report_id","number")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "report_kind" NOT NULL,
	"state" "report_state" DEFAULT 'draft' NOT NULL,
	"author_id" uuid NOT NULL,
	"draft" jsonb,
	"revision" integer DEFAULT 0 NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"held_by" uuid,
	"hold_expires_at" timestamp with time zone,
	"first_decider_id" uuid,
	"appealed_from" uuid,
	"has_been_appealed" boolean DEFAULT false NOT NULL,
	"duplicate_of_service_id" uuid,
	"published_service_id" uuid,
	"batch_id" uuid,
	"licence_accepted_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"verdict" "review_verdict" NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"type" "contract_type" NOT NULL,
	"award_route" "award_route" DEFAULT 'unknown' NOT NULL,
	"notice_reference" text,
	"covers" text,
	"holder_id" uuid,
	"commissioner_id" uuid,
	"starts_on" text,
	"ends_on" text,
	"value_pounds" bigint,
	"visibility" "visibility" DEFAULT 'published' NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"batch_id" uuid,
	"source_key" text,
	"content_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contracts_slug_unique" UNIQUE("slug"),
	CONSTRAINT "contracts_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "service_areas" (
	"service_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "service_areas_service_id_area_id_pk" PRIMARY KEY("service_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "service_contracts" (
	"service_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	CONSTRAINT "service_contracts_service_id_contract_id_pk" PRIMARY KEY("service_id","contract_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"category" "service_category" NOT NULL,
	"place_id" uuid,
	"address_key" text,
	"provider_id" uuid,
	"provider_kind" "provider_kind",
	"commissioner_id" uuid,
	"status" "service_status" NOT NULL,
	"started_on" text,
	"ended_on" text,
	"may_have_ended" text,
	"last_confirmed_on" text,
	"visibility" "visibility" DEFAULT 'published' NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"successor_id" uuid,
	"merged_into" uuid,
	"batch_id" uuid,
	"source_key" text,
	"content_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_slug_unique" UNIQUE("slug"),
	CONSTRAINT "services_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "slug_history" (
	"record_type" "record_type" NOT NULL,
	"slug" text NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "slug_history_once" UNIQUE("record_type","slug")
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"state" "batch_state" NOT NULL,
	"imported_by" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"rule" text,
	"content_hash" text NOT NULL,
	"counts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "batches_content_hash_unique" UNIQUE("content_hash")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_type" "record_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" jsonb,
	"valid_from" text,
	"valid_to" text,
	"source_id" uuid NOT NULL,
	"says" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"recorded_by" text NOT NULL,
	"batch_id" uuid,
	"report_id" uuid,
	"superseded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_type" "record_type" NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"reason" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "record_versions_once" UNIQUE("record_type","record_id","version")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "source_kind" NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"published_on" text,
	"period_from" text,
	"period_to" text,
	"licence" text,
	"note" text,
	"source_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
ALTER TABLE "area_overlaps" ADD CONSTRAINT "area_overlaps_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_overlaps" ADD CONSTRAINT "area_overlaps_other_id_areas_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_successors" ADD CONSTRAINT "area_successors_from_id_areas_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_successors" ADD CONSTRAINT "area_successors_to_id_areas_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_dataset_key_datasets_key_fk" FOREIGN KEY ("dataset_key") REFERENCES "public"."datasets"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_payloads" ADD CONSTRAINT "audit_payloads_number_audit_entries_number_fk" FOREIGN KEY ("number") REFERENCES "public"."audit_entries"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_campaigner_id_campaigners_id_fk" FOREIGN KEY ("campaigner_id") REFERENCES "public"."campaigners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_rows" ADD CONSTRAINT "figure_rows_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_rows" ADD CONSTRAINT "figure_rows_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_areas" ADD CONSTRAINT "address_areas_address_id_place_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."place_addresses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_areas" ADD CONSTRAINT "address_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissioners" ADD CONSTRAINT "commissioners_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissioners" ADD CONSTRAINT "commissioners_successor_id_commissioners_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."commissioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissioners" ADD CONSTRAINT "commissioners_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_addresses" ADD CONSTRAINT "place_addresses_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_identifiers" ADD CONSTRAINT "place_identifiers_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_merged_into_places_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_parent_id_providers_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_merged_into_providers_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_fields" ADD CONSTRAINT "decision_fields_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_moderator_id_campaigners_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_messages" ADD CONSTRAINT "report_messages_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_messages" ADD CONSTRAINT "report_messages_writer_id_campaigners_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revisions" ADD CONSTRAINT "report_revisions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_author_id_campaigners_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_held_by_campaigners_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_first_decider_id_campaigners_id_fk" FOREIGN KEY ("first_decider_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_appealed_from_campaigners_id_fk" FOREIGN KEY ("appealed_from") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_duplicate_of_service_id_services_id_fk" FOREIGN KEY ("duplicate_of_service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_published_service_id_services_id_fk" FOREIGN KEY ("published_service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_campaigners_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."campaigners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_holder_id_providers_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_commissioner_id_commissioners_id_fk" FOREIGN KEY ("commissioner_id") REFERENCES "public"."commissioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_contracts" ADD CONSTRAINT "service_contracts_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_contracts" ADD CONSTRAINT "service_contracts_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_commissioner_id_commissioners_id_fk" FOREIGN KEY ("commissioner_id") REFERENCES "public"."commissioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_successor_id_services_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_merged_into_services_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_superseded_by_claims_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "areas_code" ON "areas" USING btree ("code");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "mail_outbox_due" ON "mail_outbox" USING btree ("next_attempt_at");--> statement-breakpoint
CREATE INDEX "sessions_campaigner" ON "sessions" USING btree ("campaigner_id");--> statement-breakpoint
CREATE INDEX "address_areas_area" ON "address_areas" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "checks_place" ON "checks" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "place_addresses_postcode" ON "place_addresses" USING btree ("postcode");--> statement-breakpoint
CREATE INDEX "place_identifiers_code" ON "place_identifiers" USING btree ("scheme","code");--> statement-breakpoint
CREATE INDEX "decisions_report" ON "decisions" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_messages_report" ON "report_messages" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "reports_state" ON "reports" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "reports_author" ON "reports" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "reviews_report" ON "reviews" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "service_areas_area" ON "service_areas" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "services_place" ON "services" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "services_provider" ON "services" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "services_twin" ON "services" USING btree ("place_id","category","provider_id");--> statement-breakpoint
CREATE INDEX "claims_record" ON "claims" USING btree ("record_type","record_id");--> statement-breakpoint
CREATE INDEX "claims_source" ON "claims" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "claims_batch" ON "claims" USING btree ("batch_id");