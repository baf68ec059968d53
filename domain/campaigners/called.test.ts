import { expect, test } from "vitest";
import { calledSchema } from "@/domain/campaigners/called";

test.each([
  ["Alex", "Alex"],
  ["  Siân  O'Neill ", "Siân O'Neill"],
  ["J. R. Hartley-2", "J. R. Hartley-2"],
  ["", null],
  ["   ", null],
])("%j is called %j", (typed, called) => expect(calledSchema.parse(typed)).toBe(called));

test.each([
  ["A", "called-length"],
  ["A".repeat(31), "called-length"],
  ["<b>Alex</b>", "called-letters"],
  ["alex@example.org", "called-letters"],
  ["3f2a", "called-letters"],
  ["3F2A-2", "called-letters"],
])("%j is refused: %s", (typed, problem) =>
  expect(calledSchema.safeParse(typed).error?.issues[0]?.message).toBe(problem),
);
