import { describe, expect, test } from "vitest";
import en from "@/messages/en/moderation.json";
import { type QueueCase, type QueueRule, whyQueued } from "./queue-reason";

/** Somebody known sends a report of a known provider: nothing is to be said but what it is. */
const PLAIN: QueueCase = {
  lane: "new",
  revision: 1,
  last: "report.submitted",
  sentByAccount: 12,
  providerName: "SpaMedica Ltd",
  providerIsKnown: true,
  isAreaOnly: false,
  twin: null,
  waitingTwin: null,
  doubts: 0,
  isEntryDisputed: false,
  days: 1,
};
const rulesOf = (given: Partial<QueueCase>) => whyQueued({ ...PLAIN, ...given }).map(({ rule }) => rule);

describe("what brought it here is said once, the first that holds", () => {
  test.each<[QueueRule, Partial<QueueCase>]>([
    ["new", {}],
    ["change", { lane: "changes" }],
    ["resubmitted", { revision: 2, lane: "changes" }],
    ["expired", { last: "report.expired", revision: 2 }],
    ["returned", { last: "report.returned", revision: 2 }],
    ["reopened", { last: "report.reopened", revision: 2 }],
    ["taken-back", { last: "report.taken-back", revision: 2 }],
    ["appealed", { lane: "appeals", last: "report.expired", revision: 2 }],
    ["second", { lane: "second", last: "report.sent-for-second", revision: 2 }],
  ])("%s", (rule, given) => {
    expect(rulesOf(given)).toEqual([rule]);
  });
});

describe("each rule is said where it holds, and not just beside it", () => {
  test.each<[QueueRule, Partial<QueueCase>, Partial<QueueCase>]>([
    ["first-report", { sentByAccount: 1 }, { sentByAccount: 2 }],
    ["names-a-person", { providerName: "Dr A. Example" }, { providerName: "Drax Ltd" }],
    ["new-provider", { providerIsKnown: false }, { providerIsKnown: false, providerName: "" }],
    ["area-only", { isAreaOnly: true }, {}],
    ["duplicate", { twin: "Eye care at SpaMedica" }, { twin: null }],
    ["waiting-twin", { waitingTwin: "Eye care in Carlisle" }, { waitingTwin: null }],
    ["disputed", { isEntryDisputed: true }, {}],
    ["doubted", { doubts: 1 }, { doubts: 0 }],
    ["waiting", { days: 2 }, { days: 1 }],
  ])("%s", (rule, holds, not) => {
    expect(rulesOf(holds)).toEqual(["new", rule]);
    expect(rulesOf(not)).toEqual(["new"]);
  });
});

test("each has a sentence, which names what it names", () => {
  const all = whyQueued({
    ...PLAIN,
    twin: "Eye care at SpaMedica",
    waitingTwin: "Eye care",
    doubts: 3,
    days: 6,
  });
  expect(all).toEqual([
    { rule: "new", words: {} },
    { rule: "duplicate", words: { name: "Eye care at SpaMedica" } },
    { rule: "waiting-twin", words: { name: "Eye care" } },
    { rule: "doubted", words: { count: 3 } },
    { rule: "waiting", words: { days: 6 } },
  ]);
  for (const { rule, words } of all)
    for (const name of Object.keys(words)) expect(en.why[rule]).toContain(`{${name}`);
});
