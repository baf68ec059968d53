-- What a row of an import warns of or is refused for is stored as a code; the time of one provider is called a tenure now.
UPDATE "batch_rows" SET
  "problems" = replace("problems"::text, '"code": "spell-', '"code": "tenure-')::jsonb,
  "warnings" = replace("warnings"::text, '"code": "spell-', '"code": "tenure-')::jsonb
WHERE "problems"::text LIKE '%"code": "spell-%' OR "warnings"::text LIKE '%"code": "spell-%';
