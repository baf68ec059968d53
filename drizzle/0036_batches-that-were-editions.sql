-- Imports that are here already: all but lists, which cite their sources, are a publisher's own file.
UPDATE "batches" SET "is_edition" = true
WHERE "format" IS NOT NULL AND "format" NOT IN ('campaign-list', 'geojson', 'kml', 'ocds');
