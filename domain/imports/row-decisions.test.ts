import { expect, it } from "vitest";
import type { ProblemCode, RowProblem } from "@/domain/imports/outcome";
import { decisionsOf } from "./row-decisions";

const of = (code: ProblemCode): RowProblem => ({ column: null, code, detail: "" });

it.each([
  ["another-provider-there", ["skip", "other", "successor", "correction"]],
  ["provider-changes", ["skip", "other", "correction"]],
  ["successor-twice", ["skip", "other", "correction"]],
  ["tenure-before", ["skip", "other", "correction"]],
  ["provider-alike", ["skip", "new-provider"]],
  ["provider-alike-row", ["skip", "new-provider"]],
  ["provider-which", ["skip", "new-provider"]],
  ["could-be-sensitive", ["skip", "not-sensitive"]],
  ["required", ["skip"]],
] as const)("%s asks for one of %j, whether it is a problem or a warning", (code, expected) => {
  expect(decisionsOf({ problems: [of(code)], warnings: [], decision: null })).toEqual(expected);
  expect(decisionsOf({ problems: [], warnings: [of(code)], decision: null })).toEqual(expected);
});

it("has what was decided before, and nothing twice", () => {
  const both = { problems: [of("provider-changes")], warnings: [of("tenure-before")] };
  expect(decisionsOf({ ...both, decision: "new-provider" })).toEqual([
    "skip",
    "other",
    "correction",
    "new-provider",
  ]);
  expect(decisionsOf({ problems: [], warnings: [], decision: "skip" })).toEqual(["skip"]);
});
