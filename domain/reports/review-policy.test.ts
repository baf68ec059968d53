import { describe, expect, it } from "vitest";
import { type AnyActor, ROLES, type Role, systemActor, VISITOR } from "@/domain/actor";
import type { ReportFacts } from "./report-policy";
import { REPORT_STATES } from "./report-state";
import { canReviewReport, canWriteMessage } from "./review-policy";
import { findWhyItWaits } from "./why-waiting";

const facts = (given: Partial<ReportFacts> = {}): ReportFacts => ({
  state: "submitted",
  authorId: "author",
  heldBy: null,
  holdExpiresAt: null,
  firstDeciderId: null,
  appealedFrom: null,
  hasBeenAppealed: false,
  ...given,
});
const person = (id: string, role: Role): AnyActor => ({ kind: "campaigner", id, role });
const WAITING = ["submitted", "in-review", "awaiting-second"];

describe("a review", () => {
  it("is written by trusted campaigners and those above, of what waits for a decision", () => {
    for (const state of REPORT_STATES)
      for (const role of ROLES)
        expect([state, role, canReviewReport(facts({ state }), person("other", role))]).toEqual([
          state,
          role,
          WAITING.includes(state) && role !== "campaigner",
        ]);
  });
  it("is never of one's own report, of one set aside, or a visitor's", () => {
    expect(canReviewReport(facts(), person("author", "admin"))).toBe(false);
    expect(canReviewReport(facts({ setAsideAt: new Date(0) }), person("other", "trusted-campaigner"))).toBe(
      false,
    );
    expect(canReviewReport(facts(), VISITOR)).toBe(false);
    expect(canReviewReport(facts(), systemActor("job"))).toBe(false);
  });
});

describe("a message", () => {
  it("is between the author and moderators, in every state in which something can come of it", () => {
    for (const state of REPORT_STATES) {
      const isOpen = state !== "draft" && state !== "withdrawn";
      const can = (actor: AnyActor) => canWriteMessage(facts({ state }), actor);
      expect(can(person("author", "campaigner"))).toBe(isOpen);
      expect(can(person("other", "moderator"))).toBe(isOpen);
      expect(can(person("other", "admin"))).toBe(isOpen);
      expect(can(person("other", "trusted-campaigner"))).toBe(false);
      expect(can(VISITOR)).toBe(false);
      expect(can(systemActor("author"))).toBe(false);
    }
  });
});

describe("why a report waits", () => {
  it.each<[string, Partial<ReportFacts>, string[], string | null]>([
    ["somebody can decide it", {}, ["author", "anna"], null],
    ["nobody decides", {}, [], "only-moderator-is-author"],
    ["its author alone decides", {}, ["author"], "only-moderator-is-author"],
    [
      "it waits for a second, and there is none",
      { state: "awaiting-second", firstDeciderId: "anna" },
      ["anna", "author"],
      "needs-another-moderator",
    ],
    [
      "it waits for a second, and there is one",
      { state: "awaiting-second", firstDeciderId: "anna" },
      ["anna", "bert"],
      null,
    ],
    ["the first of two is in review again", { state: "in-review", firstDeciderId: "anna" }, ["anna"], null],
    [
      "it appeals against the only one who decides",
      { appealedFrom: "anna" },
      ["anna", "author"],
      "nobody-can-appeal",
    ],
    ["it appeals, and another decides", { appealedFrom: "anna" }, ["anna", "bert"], null],
  ])("%s", (_, given, deciders, why) => {
    expect(findWhyItWaits(facts(given), deciders)).toBe(why);
  });
  it("is nothing to say of what waits for nobody", () => {
    for (const state of REPORT_STATES)
      expect(findWhyItWaits(facts({ state }), [])).toBe(
        WAITING.includes(state) ? "only-moderator-is-author" : null,
      );
  });
});
