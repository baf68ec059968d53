import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isChangeQuestion } from "@/domain/reports/change-form";
import { correctableSchema } from "@/domain/reports/change-proposals";
import {
  ASKED_BY_TASK,
  confirmedSince,
  endsBy,
  inOrder,
  isBefore,
  TASK_KINDS,
  type Task,
  type TaskKind,
} from "./task";

const task = (name: string, taken: Task["taken"] = null): Task => ({
  kind: "no-provider",
  recordId: "00000000-0000-4000-8000-000000000001",
  name,
  path: "/services/x",
  where: "",
  reports: [],
  on: null,
  look: null,
  doubts: [],
  taken,
});

test("each thing to find out leads to a question that its entry has, with a fact that can be corrected", () => {
  const entryOf = (kind: TaskKind) =>
    kind === "owner-not-known" ? "provider" : /place|check/.test(kind) ? "place" : "service";
  for (const kind of TASK_KINDS) {
    expect(ASKED_BY_TASK[kind].length, kind).toBeGreaterThan(0);
    for (const { asked } of ASKED_BY_TASK[kind]) {
      const { question, field } = asked;
      if (question !== undefined) expect(isChangeQuestion(entryOf(kind), question), kind).toBe(true);
      if (field !== undefined) expect(correctableSchema(entryOf(kind), field), kind).toBeDefined();
    }
  }
});

describe("the year round a day", () => {
  it.each([
    ["2026-11-29", "2025-11-29", "2027-11-29"],
    ["2024-02-29", "2023-02-28", "2025-02-28"],
    ["2026-01-01", "2025-01-01", "2027-01-01"],
  ])("%s: confirmed since %s, contracts up to %s", (today, since, end) => {
    expect([confirmedSince(today), endsBy(today)]).toEqual([since, end]);
  });

  it("is twelve months, whatever the day", () => {
    const days = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(Number(endsBy(day).slice(0, 4))).toBe(Number(day.slice(0, 4)) + 1);
        expect(endsBy(day).slice(5, 7)).toBe(day.slice(5, 7));
        expect(confirmedSince(endsBy(day)) <= day).toBe(true);
      }),
    );
  });
});

it.each([
  ["2024", "2025-11-29", true],
  ["2025", "2025-11-29", false],
  ["2025-10", "2025-11-29", true],
  ["2025-11", "2025-11-29", false],
  ["2025-11-28", "2025-11-29", true],
  ["2025-11-29", "2025-11-29", false],
])("%s is before %s: %s", (given, day, expected) => {
  expect(isBefore(given, day)).toBe(expected);
});

it("puts one's own first and those of others last, each by name", () => {
  const own = { isOwn: true, until: "2026-12-06" };
  const others = { isOwn: false, until: "2026-12-06" };
  const tasks = [task("b"), task("c", others), task("a"), task("d", own), task("a", others)];
  expect(inOrder(tasks).map(({ name, taken }) => [name, taken?.isOwn ?? null])).toEqual([
    ["d", true],
    ["a", null],
    ["b", null],
    ["a", false],
    ["c", false],
  ]);
});
