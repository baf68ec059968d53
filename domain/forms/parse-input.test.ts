import { expect, test } from "vitest";
import { z } from "zod";
import { InvalidInputError } from "@/domain/errors";
import { parseInput } from "./parse-input";

const schema = z.object({
  name: z
    .string()
    .trim()
    .min(3, "name-short")
    .regex(/^[a-z]*$/, "name-letters"),
  place: z.object({ code: z.string("code-needed") }),
});

test("what is right comes back as the schema makes it", () => {
  expect(parseInput(schema, { name: " anna ", place: { code: "A1" }, more: 1 })).toEqual({
    name: "anna",
    place: { code: "A1" },
  });
});

test("each field is told its first problem, by its path", () => {
  const wrong = () => parseInput(schema, { name: "A", place: {} });
  expect(wrong).toThrow(InvalidInputError);
  expect(wrong).toThrow(
    expect.objectContaining({ fields: { name: "name-short", "place.code": "code-needed" } }),
  );
});
