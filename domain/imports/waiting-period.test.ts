import { expect, test } from "vitest";
import { type ImportFacts, importRefusal } from "./import-policy";
import { DAYS_TO_REPLY, waitsUntil } from "./waiting-period";

const handedOn = new Date("2026-11-29T12:00:00Z");
const second = { kind: "campaigner", id: "b", role: "moderator" } as never;
const facts = (given: Partial<ImportFacts> = {}): ImportFacts => ({
  state: "submitted",
  importedBy: "a",
  asks: { columns: false, source: false, rows: false },
  waitsUntil: waitsUntil(handedOn, DAYS_TO_REPLY),
  ...given,
});

const ANY = { hasPractised: true, isLimitedToAreas: false };

test.each([
  ["on the day itself", "2026-11-29T12:00:00Z", "waits"],
  ["a moment before", "2026-12-13T11:59:59Z", "waits"],
  ["when it is over", "2026-12-13T12:00:00Z", null],
])("an import that waits, approved %s", (_, now, refusal) => {
  expect(importRefusal(facts(), "approve", second, ANY, new Date(now))).toBe(refusal);
});

test("what is wrong already is said first, and refusing needs no waiting", () => {
  expect(importRefusal(facts({ importedBy: "b" }), "approve", second, ANY, handedOn)).toBe("own-import");
  expect(importRefusal(facts({ state: "previewed" }), "approve", second, ANY, handedOn)).toBe("wrong-state");
  expect(importRefusal(facts(), "refuse", second, ANY, handedOn)).toBeNull();
});

test("a format that does not wait, or what was never handed on, waits for nothing", () => {
  expect(waitsUntil(handedOn, undefined)).toBeNull();
  expect(waitsUntil(null, DAYS_TO_REPLY)).toBeNull();
});
