import { expect, it } from "vitest";
import { type AnyActor, VISITOR } from "@/domain/actor";
import type { ReportFacts } from "@/domain/reports/report-policy";
import { canChangeFiles, canHideParts, canSeeFile } from "./file-policy";

const NOW = new Date("2026-11-29T12:00:00Z");
const person = (id: string, role: "campaigner" | "trusted-campaigner" | "moderator"): AnyActor => ({
  kind: "campaigner",
  id,
  role,
});
const [author, other, reviewer, moderator] = [
  person("author", "campaigner"),
  person("other", "campaigner"),
  person("reviewer", "trusted-campaigner"),
  person("moderator", "moderator"),
];
const report: ReportFacts = {
  state: "draft",
  authorId: "author",
  heldBy: null,
  holdExpiresAt: null,
  firstDeciderId: null,
  appealedFrom: null,
  hasBeenAppealed: false,
  setAsideAt: null,
};

it.each([
  ["a visitor", VISITOR, "submitted", [false, false, false]],
  ["its author", author, "draft", [true, true, true]],
  ["its author", author, "submitted", [true, true, true]],
  ["its author, once it is decided", author, "approved", [true, false, false]],
  ["somebody else", other, "submitted", [false, false, false]],
  ["a reviewer", reviewer, "submitted", [false, false, false]],
  ["a moderator", moderator, "draft", [false, false, false]],
  ["a moderator", moderator, "submitted", [true, false, true]],
  ["a moderator, once it is decided", moderator, "approved", [true, false, true]],
  ["a moderator of a report of their own", person("author", "moderator"), "approved", [true, false, false]],
] as const)(
  "%s sees, changes and hides parts of the files of a report that is %s: %j",
  (_, actor, state, may) => {
    const of = { ...report, state };
    expect([
      canSeeFile(of, { isPublic: false }, actor),
      canChangeFiles(of, actor, NOW),
      canHideParts(of, actor, NOW),
    ]).toEqual(may);
  },
);

it("a file that is published is seen by everybody", () => {
  expect(canSeeFile(report, { isPublic: true }, VISITOR)).toBe(true);
});
