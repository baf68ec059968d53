import { expect, it } from "vitest";
import { confirmedOnOf } from "./confirmed-on";

it.each([
  ["2024", "2026-11-29", "2024-01-01"],
  ["2026-11", "2026-11-29", "2026-11-01"],
  ["2026-11-28", "2026-11-29", "2026-11-28"],
  ["2026-11-29", "2026-11-29", "2026-11-29"],
  ["2026-11-30", "2026-11-29", "2026-11-29"],
  ["2027", "2026-11-29", "2026-11-29"],
])("a source of %s that is read on %s confirmed on %s", (publishedOn, today, expected) => {
  expect(confirmedOnOf({ publishedOn }, today)).toBe(expected);
});
