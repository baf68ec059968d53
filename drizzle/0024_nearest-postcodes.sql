-- The nearest postcodes stood behind a bar in the detail of a problem; now they have a field of their own.
UPDATE "batch_rows" SET "problems" = (
  SELECT jsonb_agg(
    CASE WHEN problem ->> 'code' LIKE 'postcode-%-near' AND strpos(problem ->> 'detail', '|') > 0
      THEN problem || jsonb_build_object(
        'detail', split_part(problem ->> 'detail', '|', 1),
        'nearest', split_part(problem ->> 'detail', '|', 2)
      )
      ELSE problem
    END ORDER BY number
  )
  FROM jsonb_array_elements("batch_rows"."problems") WITH ORDINALITY AS told(problem, number)
)
WHERE "problems"::text LIKE '%"postcode-%-near"%';
