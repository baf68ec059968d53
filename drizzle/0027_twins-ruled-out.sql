-- The twins that a first moderator ruled out stood among the parts of the decision, as a part called "twins"; now they are the decision's own.
UPDATE "decisions" SET "not_the_same_as" = ARRAY(
  SELECT jsonb_array_elements_text(part."changed_to" -> 'notTheSameAs')::uuid
)
FROM "decision_fields" part
WHERE part."decision_id" = "decisions"."id" AND part."field" = 'twins';
--> statement-breakpoint
DELETE FROM "decision_fields" WHERE "field" = 'twins';
