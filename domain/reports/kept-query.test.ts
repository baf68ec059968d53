import { expect, it } from "vitest";
import { keptQuery } from "@/domain/reports/kept-query";

it.each([
  ["/reports/new/who", "draft=1&choose=yes&fix=yes", "?draft=1&choose=yes"],
  ["/reports/new", "draft=1", "?draft=1"],
  ["/reports/change", "service=a&question=ended&kept=2", "?kept=2&service=a&question=ended"],
  ["/reports/new/who", "", ""],
  ["/reports/newest", "draft=1", ""],
  ["/reports", "draft=1", ""],
  ["/search", "q=draft", ""],
])("%s?%s takes along “%s”", (path, query, kept) =>
  expect(keptQuery(path, new URLSearchParams(query))).toBe(kept),
);
