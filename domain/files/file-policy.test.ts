import { expect, it } from "vitest";
import { type AnyActor, VISITOR } from "@/domain/actor";
import type { ReportFacts } from "@/domain/reports/report-policy";
import {
  canChangeFiles,
  canHideParts,
  canOffer,
  canSeeFile,
  changeFilesRefusal,
  publishRefusal,
} from "./file-policy";

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
    expect([canSeeFile(of, actor), canChangeFiles(of, actor, NOW), canHideParts(of, actor, NOW)]).toEqual(
      may,
    );
  },
);

it.each([
  ["its author", "submitted", null, author],
  ["its author", "approved", "wrong-state", author],
  ["a moderator", "submitted", "not-author", moderator],
  ["a moderator", "approved", "not-author", moderator],
] as const)("why %s may not change files of a report that is %s: %s", (_, state, refusal, actor) => {
  expect(changeFilesRefusal({ ...report, state }, actor, NOW)).toBe(refusal);
});

it.each([
  ["a moderator", moderator, {}, null],
  ["a moderator, of a report that waits", moderator, { state: "submitted" }, "wrong-state"],
  ["a moderator, of their own", person("author", "moderator"), {}, "own-report"],
  ["a reviewer", reviewer, {}, "not-moderator"],
  ["its author", author, {}, "not-moderator"],
  ["a visitor", VISITOR, {}, "not-moderator"],
  ["a moderator, of what is not offered", moderator, { isOffered: false }, "not-offered"],
  ["a moderator, of a document", moderator, { kind: "document" }, "not-offered"],
] as const)("%s publishes a picture: %j", (_, actor, given, refusal) => {
  const {
    state = "approved",
    kind = "photograph",
    isOffered = true,
  } = { state: undefined, kind: undefined, isOffered: undefined, ...given };
  expect(publishRefusal({ ...report, state }, { kind, isOffered }, actor)).toBe(refusal);
});

it("only its author offers a picture, whatever became of the report, and nobody a document", () => {
  const approved = { ...report, state: "approved" } as const;
  expect([author, moderator, other, VISITOR].map((actor) => canOffer(approved, "photograph", actor))).toEqual(
    [true, false, false, false],
  );
  expect(canOffer(report, "document", author)).toBe(false);
});
