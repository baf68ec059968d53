import { expect, test } from "vitest";
import {
  ConflictError,
  DatabaseBusyError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
} from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { BULK_PROBLEMS } from "@/domain/reports/bulk";
import moderation from "@/messages/en/moderation.json";
import { whyNot } from "@/server/queue/decide-in-bulk";

test.each([
  [new ConflictError("line-gone"), "line-gone"],
  [new ConflictError("last-area"), "last-area"],
  [new ConflictError("entry-ended"), "entry-ended"],
  [new ConflictError("entry-succeeded"), "entry-succeeded"],
  [new ConflictError("entry-gone"), "entry-gone"],
  [new ConflictError("built-on"), "built-on"],
  [new ConflictError("report.held", "3f2a"), "changed"],
  [new InvalidInputError({ proposed: "says-so-already" }), "says-so-already"],
  [new InvalidInputError({ proposed: "name-taken" }), "name-taken"],
  [new InvalidInputError({ proposed: "contract-order" }), "contract-order"],
  [new InvalidInputError({ note: "entry-gone" }), "entry-gone"],
  [new InvalidInputError({ category: "choice", on: "before-start" }), "before-start"],
  [
    new InvalidInputError({ place: detailed("postcode-unknown-near", { detail: "CA2 7HY" }) }),
    "postcode-unknown-near",
  ],
  [new InvalidInputError({ twins: "twin", proposed: "says-so-already" }), "twin"],
  [new InvalidInputError({ says: detailed("reveals-place"), proposed: "name-taken" }), "reveals"],
  [new InvalidInputError({ category: "choice" }), "unfit"],
  [new NotAllowedError("own-report"), "own-report"],
  [new NotAllowedError("no-such-reason"), "other"],
  [new NotFoundError("report"), "gone"],
])("%s is told as %s", (error, problem) => {
  expect(whyNot(error).problem).toBe(problem);
});

test("each has a sentence of its own", () => {
  const { because } = moderation.bulk;
  const said = BULK_PROBLEMS.map((problem) => because[problem]);
  expect(said.every((words) => /\.$/.test(words))).toBe(true);
  expect(new Set(said).size).toBe(BULK_PROBLEMS.length);
});

test("what says nothing about the item is no reason", () => {
  for (const error of [new DatabaseBusyError(), new Error("a fault")])
    expect(() => whyNot(error)).toThrow(error);
});
