-- Whole words instead of a text that PostgreSQL's own parser cuts up; every report that waits is read off again.
DROP INDEX "reports_queue_words";--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "words" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "words" SET DATA TYPE text[] USING '{}';--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "words" SET DEFAULT '{}';--> statement-breakpoint
UPDATE "reports" SET "listed_revision" = 0 WHERE "listed_revision" > 0;--> statement-breakpoint
CREATE INDEX "reports_queue_words" ON "reports" USING gin (array_to_tsvector("words")) WHERE lane is not null;
