import { expect, test } from "vitest";
import { periodOf } from "./period";

test.each([
  ["2026-04-01", "2026-04-30", "2026-04", null],
  ["2024-02-01", "2024-02-29", "2024-02", null],
  ["2022-04-01", "2023-03-31", "2022-04-01", "2023-03-31"],
  ["2026-04-01", "2026-04-29", "2026-04-01", "2026-04-29"],
  ["2026-04", "2026-04", "2026-04", null],
  ["2025-09", null, "2025-09", null],
  [null, "2025", "2025", null],
  [null, null, null, null],
])("%s to %s", (from, to, first, last) => {
  expect(periodOf(from, to)).toEqual({ from: first, to: last });
});
