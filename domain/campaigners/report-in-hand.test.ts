import { expect, test } from "vitest";
import { hasReportInHand } from "./report-in-hand";

test.each([
  ["/reports/new?draft=0b3cf0c1", true],
  ["/cy/reports/new?area=x&draft=0b3cf0c1#top", true],
  ["/reports/new", false],
  ["/reports/new?draft=", false],
  ["/reports/new?area=draft", false],
  ["/reports?draft=0b3cf0c1", false],
  ["/reports/change?service=a&question=ended&kept=0b3cf0c1", true],
  ["/reports/change?service=a&question=ended&draft=0b3cf0c1", false],
  ["/", false],
])("%s: %s", (path, expected) => {
  expect(hasReportInHand(path)).toBe(expected);
});
