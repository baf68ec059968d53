import { describe, expect, test } from "vitest";
import { type AnyActor, ROLES, type Role, systemActor, VISITOR } from "@/domain/actor";
import {
  canMove,
  canReadReport,
  checkMove,
  isHeld,
  type ReportFacts,
  type ReportRefusal,
} from "@/domain/reports/report-policy";
import {
  nextState,
  REPORT_MOVES,
  REPORT_STATES,
  type ReportMove,
  type ReportState,
} from "@/domain/reports/report-state";

type Who = "author" | "moderator" | "holder" | "other-moderator" | "second" | "system";

/** The table of `product.md`, written down a second time: state, then move, then who may make it and where it leads. */
const TABLE: Record<ReportState, Partial<Record<ReportMove, [Who, ReportState | "gone"]>>> = {
  draft: {
    submit: ["author", "submitted"],
    discard: ["author", "gone"],
    edit: ["author", "draft"],
  },
  submitted: {
    edit: ["author", "submitted"],
    withdraw: ["author", "withdrawn"],
    hold: ["moderator", "in-review"],
  },
  "in-review": {
    approve: ["holder", "approved"],
    "send-for-second": ["holder", "awaiting-second"],
    reject: ["holder", "rejected"],
    "request-changes": ["holder", "changes-requested"],
    "mark-duplicate": ["holder", "duplicate"],
    renew: ["holder", "in-review"],
    "pass-on": ["holder", "in-review"],
    "take-over": ["other-moderator", "in-review"],
    release: ["holder", "submitted"],
    expire: ["system", "submitted"],
  },
  "awaiting-second": {
    confirm: ["second", "approved"],
    return: ["second", "in-review"],
  },
  "changes-requested": {
    edit: ["author", "changes-requested"],
    resubmit: ["author", "submitted"],
    withdraw: ["author", "withdrawn"],
    "take-back": ["moderator", "submitted"],
  },
  rejected: { appeal: ["author", "submitted"], "take-back": ["moderator", "submitted"] },
  duplicate: { appeal: ["author", "submitted"], reopen: ["system", "submitted"] },
  approved: { "take-back": ["moderator", "submitted"] },
  withdrawn: {},
};

const NOW = new Date("2026-11-21T12:00:00Z");
const LATER = new Date("2026-11-21T12:30:00Z");
const EARLIER = new Date("2026-11-21T11:59:59Z");

const someone = (id: string, role: Role): AnyActor => ({ kind: "campaigner", id, role });
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
/** A report in the state, held by "holder" where that state is a hold. */
const inState = (state: ReportState) =>
  facts({
    state,
    ...(state === "in-review" ? { heldBy: "holder", holdExpiresAt: LATER } : {}),
    ...(state === "awaiting-second" ? { firstDeciderId: "first" } : {}),
  });

const ACTORS: Record<string, { actor: AnyActor; is: readonly Who[] }> = {
  visitor: { actor: VISITOR, is: [] },
  "a job of ours": { actor: systemActor("expire-holds"), is: ["system"] },
  "the author": { actor: someone("author", "campaigner"), is: ["author"] },
  "the author, a moderator": { actor: someone("author", "moderator"), is: ["author"] },
  "the author, an admin": { actor: someone("author", "admin"), is: ["author"] },
  "another campaigner": { actor: someone("other", "campaigner"), is: [] },
  "a trusted campaigner": { actor: someone("other", "trusted-campaigner"), is: [] },
  "a moderator": { actor: someone("mod", "moderator"), is: ["moderator", "other-moderator", "second"] },
  "an admin": { actor: someone("adm", "admin"), is: ["moderator", "other-moderator", "second"] },
  "the holder": { actor: someone("holder", "moderator"), is: ["moderator", "holder", "second"] },
  "the first decider": { actor: someone("first", "moderator"), is: ["moderator", "other-moderator"] },
  "the holder, no longer a moderator": { actor: someone("holder", "trusted-campaigner"), is: [] },
};

const everyCase = REPORT_STATES.flatMap((state) =>
  REPORT_MOVES.flatMap((move) => Object.keys(ACTORS).map((who) => ({ state, move, who }))),
);

test("the table says where every move leads, and that no other move exists", () => {
  for (const state of REPORT_STATES)
    for (const move of REPORT_MOVES) expect(nextState(state, move)).toBe(TABLE[state][move]?.[1]);
});

test.each(everyCase)("$who: $move a report that is $state", ({ state, move, who }) => {
  const rule = TABLE[state][move];
  const one = ACTORS[who];
  if (!one) throw new Error("unreachable");
  expect(canMove(inState(state), move, one.actor, NOW)).toBe(rule !== undefined && one.is.includes(rule[0]));
});

describe("a refusal says why", () => {
  const moderator = someone("mod", "moderator");
  const held = inState("in-review");
  const cases: [string, ReportFacts, ReportMove, AnyActor, ReportRefusal][] = [
    ["a visitor", facts(), "withdraw", VISITOR, "sign-in"],
    ["a stranger", facts(), "withdraw", moderator, "not-author"],
    ["no moderator", facts(), "hold", someone("x", "trusted-campaigner"), "not-moderator"],
    ["one's own report, whatever the role", facts(), "hold", someone("author", "admin"), "own-report"],
    ["a move that is not in the table", facts({ state: "approved" }), "hold", moderator, "wrong-state"],
    ["deciding without a hold", facts(), "approve", moderator, "wrong-state"],
    ["somebody else's hold", held, "approve", moderator, "not-holder"],
    [
      "a hold that ran out",
      { ...held, holdExpiresAt: EARLIER },
      "approve",
      someone("holder", "moderator"),
      "hold-expired",
    ],
    ["taking over one's own hold", held, "take-over", someone("holder", "moderator"), "already-holder"],
    ["confirming oneself", inState("awaiting-second"), "confirm", someone("first", "admin"), "second-person"],
    ["a person where a job is meant", held, "expire", someone("adm", "admin"), "system-only"],
    ["an appeal against oneself", facts({ appealedFrom: "mod" }), "hold", moderator, "appealed-decision"],
    [
      "a second appeal",
      facts({ state: "rejected", hasBeenAppealed: true }),
      "appeal",
      someone("author", "campaigner"),
      "appealed-once",
    ],
  ];
  test.each(cases)("%s", (_, report, move, actor, reason) => {
    expect(checkMove(report, move, actor, NOW)).toEqual({ allowed: false, reason });
  });
});

test("whoever made the appealed decision makes no move on the appeal", () => {
  const report = { ...inState("in-review"), appealedFrom: "holder" };
  for (const move of REPORT_MOVES)
    expect(canMove(report, move, someone("holder", "moderator"), NOW)).toBe(false);
});

test("a hold that ran out is nobody's: its holder may take it again, as may others", () => {
  const lapsed = { ...inState("in-review"), holdExpiresAt: EARLIER };
  expect(isHeld(lapsed, NOW)).toBe(false);
  expect(isHeld({ ...lapsed, holdExpiresAt: NOW }, NOW)).toBe(false);
  expect(isHeld(inState("in-review"), NOW)).toBe(true);
  expect(canMove(lapsed, "take-over", someone("holder", "moderator"), NOW)).toBe(true);
  expect(canMove(lapsed, "take-over", someone("mod", "moderator"), NOW)).toBe(true);
});

describe("who may read a report", () => {
  const readers = (state: ReportState) =>
    ["author", ...ROLES].filter((who) => {
      const actor = who === "author" ? someone("author", "campaigner") : someone("other", who as Role);
      return canReadReport(inState(state), actor);
    });
  const both = ["author", "moderator", "admin"];
  const withTrusted = ["author", "trusted-campaigner", "moderator", "admin"];
  test.each<[ReportState, string[]]>([
    ["draft", ["author"]],
    ["submitted", withTrusted],
    ["in-review", withTrusted],
    ["awaiting-second", withTrusted],
    ["changes-requested", both],
    ["approved", both],
    ["rejected", both],
    ["duplicate", both],
    ["withdrawn", both],
  ])("%s: %j", (state, expected) => {
    expect(readers(state)).toEqual(expected);
  });
  test("never a visitor, nor a job of ours", () => {
    for (const state of REPORT_STATES) {
      expect(canReadReport(inState(state), VISITOR)).toBe(false);
      expect(canReadReport(inState(state), systemActor("job"))).toBe(false);
    }
  });
});
