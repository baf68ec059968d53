import { expect, test } from "vitest";
import { whyImport } from "@/domain/imports/why-import";

const NOW = new Date("2026-11-21T12:00:00Z");
const plain = { submittedAt: NOW, isOverridden: false, isComplete: false };

test.each([
  [plain, ["second"]],
  [{ ...plain, submittedAt: null }, ["second"]],
  [{ ...plain, isOverridden: true }, ["second", "overridden"]],
  [{ ...plain, isComplete: true }, ["second", "complete"]],
  [{ ...plain, submittedAt: new Date("2026-11-19T12:00:01Z") }, ["second"]],
  [{ ...plain, submittedAt: new Date("2026-11-19T12:00:00Z") }, ["second", "waiting"]],
])("a list that waits, %j, is here because of %j", (waiting, rules) => {
  expect(whyImport(waiting, NOW).map(({ rule }) => rule)).toEqual(rules);
});
