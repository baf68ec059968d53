import { expect, test } from "vitest";
import { type AnyActor, type ROLES, systemActor, VISITOR } from "@/domain/actor";
import { type EraseSentRefusal, eraseSentRefusal, type SentFacts } from "@/domain/senders/erase-sent";

const NOTHING = { isOwnWork: false, hasAccount: false, isErased: false };
const by = (role: (typeof ROLES)[number]): AnyActor => ({ kind: "campaigner", id: "a", role });

const cases: [AnyActor, "ask" | "agree", Partial<SentFacts>, EraseSentRefusal | null][] = [
  [VISITOR, "ask", {}, "not-admin"],
  [systemActor("test"), "ask", {}, "not-admin"],
  [by("campaigner"), "ask", {}, "not-admin"],
  [by("trusted-campaigner"), "agree", {}, "not-moderator"],
  [by("moderator"), "ask", {}, "not-admin"],
  [by("moderator"), "agree", {}, null],
  [by("admin"), "ask", {}, null],
  [by("admin"), "ask", { isErased: true, isOwnWork: true, hasAccount: true }, "sent-erased"],
  [by("admin"), "ask", { isOwnWork: true }, "own-entry"],
  [by("admin"), "ask", { hasAccount: true }, "has-account"],
  [by("moderator"), "agree", { hasAccount: true }, "has-account"],
];

test.each(cases)("%o may %s with %o: %s", (actor, move, facts, refusal) => {
  expect(eraseSentRefusal(actor, move, { ...NOTHING, ...facts })).toBe(refusal);
});
