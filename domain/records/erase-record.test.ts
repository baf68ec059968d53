import { expect, it, test } from "vitest";
import { type AnyActor, systemActor, VISITOR } from "@/domain/actor";
import {
  type EraseRecordFacts,
  type EraseRecordRefusal,
  eraseRecordRefusal,
} from "@/domain/records/erase-record";
import { VISIBILITIES } from "@/domain/services/service";

const OFF: EraseRecordFacts = { visibility: "withheld", isOwnWork: false, hasObstacles: false };
const person = (role: "campaigner" | "trusted-campaigner" | "moderator" | "admin"): AnyActor => ({
  kind: "campaigner",
  id: "u",
  role,
});

test.each<[AnyActor, "ask" | "agree", Partial<EraseRecordFacts>, EraseRecordRefusal | null]>([
  [VISITOR, "ask", {}, "not-admin"],
  [systemActor("record-command"), "ask", {}, "not-admin"],
  [person("trusted-campaigner"), "agree", {}, "not-moderator"],
  [person("moderator"), "ask", {}, "not-admin"],
  [person("moderator"), "agree", {}, null],
  [person("admin"), "ask", {}, null],
  [person("admin"), "ask", { isOwnWork: true }, "erase-own"],
  [person("admin"), "ask", { hasObstacles: true }, "erase-rests"],
  [person("admin"), "agree", { hasObstacles: true }, "erase-rests"],
  // What it is comes before what is in its way.
  [person("admin"), "ask", { visibility: "erased", isOwnWork: true, hasObstacles: true }, "erased-already"],
])("%o, to %s, of %o: %s", (actor, move, facts, refusal) => {
  expect(eraseRecordRefusal(actor, move, { ...OFF, ...facts })).toBe(refusal);
});

it.each(VISIBILITIES)("what is %s is erased only when it is off the site", (visibility) => {
  const expected = { withheld: null, erased: "erased-already" };
  const refusal = eraseRecordRefusal(person("admin"), "ask", { ...OFF, visibility });
  expect(refusal).toBe(
    visibility in expected ? expected[visibility as keyof typeof expected] : "erase-shown",
  );
});
