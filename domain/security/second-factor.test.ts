import { expect, it } from "vitest";
import { ROLES } from "@/domain/actor";
import { CODE_LENGTH } from "@/domain/campaigners/sign-in-code";
import { eventDetail, PROVOKED_EVENTS, SECURITY_EVENTS } from "./event";
import { hasSecondFactorRole, readFactor } from "./second-factor";

it("a second factor is for those who decide, and nobody below", () => {
  expect(ROLES.filter(hasSecondFactorRole)).toEqual(["moderator", "admin"]);
});

it.each([
  ["123456", { kind: "app", code: "123456" }],
  ["123 456", { kind: "app", code: "123456" }],
  ["123-456", { kind: "app", code: "123456" }],
  ["12345", undefined],
  ["1234567", undefined],
  ["", undefined],
  ["1".repeat(101), undefined],
  [`123456${" ".repeat(94)}`, { kind: "app", code: "123456" }],
  [`123456${" ".repeat(95)}`, undefined],
  [123456, undefined],
  [null, undefined],
])("%j typed for a second factor", (typed, factor) => {
  expect(readFactor(typed)).toEqual(factor);
});

it("a recovery code is one of its whole length, however it is typed", () => {
  const code = "BCDFGHJKMNPQ".slice(0, CODE_LENGTH);
  expect(code).toHaveLength(CODE_LENGTH);
  expect(readFactor(code)).toEqual({ kind: "recovery", code });
  expect(readFactor(code.slice(1))).toBeUndefined();
});

it("what the log says holds no address of a person, and is short", () => {
  expect(eventDetail("From Anna@Example.org (twice)")).toBe("from anna-example.org -twice-");
  expect(eventDetail("sign-in: /en/account 3:15")).toBe("sign-in: /en/account 3:15");
  expect(eventDetail("a".repeat(300))).toHaveLength(100);
});

it("what anybody can provoke is in the log's list", () => {
  expect(PROVOKED_EVENTS.every((kind) => SECURITY_EVENTS.includes(kind))).toBe(true);
});
