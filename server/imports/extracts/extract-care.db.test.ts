import { beforeEach, expect, it } from "vitest";
import { insertBatch } from "@/db/queries/batches";
import { findNewestCareMonth, insertCareMonth } from "@/db/queries/care-months";
import { testDb } from "@/db/testing";
import type { CareKind } from "@/domain/figures/share-of-care";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import type { ImportOutcome } from "@/domain/imports/outcome";
import { completeMonth } from "@/server/imports/extracts/extract-care";
import type { ExtractItem } from "@/server/imports/extracts/filed-code";
import type { PlannedExtractRow } from "@/server/imports/extracts/plan-code";

const db = testDb();
let batchId: string;
beforeEach(async () => {
  batchId = await insertBatch(db, {
    title: "May",
    state: "approved",
    importedBy: "a",
    contentHash: "x",
    counts: {},
    approvedAt: new Date(),
  });
  const cell = { kind: "nhs-trust" as const, function: "C_130", admitted: 1, nonAdmitted: 9 };
  await insertCareMonth(db, { batchId, month: "2026-05", trusts: [{ payer: "E54000050", cells: [cell] }] });
});

function itemOf(number: number, answer: TypedAnswer | null): ExtractItem {
  const filed = { code: `A${number}`, name: "A", healthBody: null };
  return { filed: { ...filed, cells: [["E54000050", "C_130", 2, 3, 4, 5]] }, answer };
}

function row(
  number: number,
  kind: CareKind | null,
  given: Partial<PlannedExtractRow> = {},
): PlannedExtractRow {
  return {
    number,
    kind,
    decision: null,
    outcome: "changed" as ImportOutcome,
    item: itemOf(number, null),
    row: null,
    problems: [],
    warnings: [],
    drafts: [],
    plan: {
      place: null,
      areaId: null,
      provider: null,
      commissioner: null,
      changes: [],
      service: { id: null, name: "A" },
    },
    ...given,
  };
}

it("adds the care of trusts and of everybody else up", async () => {
  const gone = row(3, null, { item: { delisted: { serviceId: "s", code: "B" }, answer: null } });
  expect(await completeMonth(db, batchId, [row(1, "company"), row(2, "company"), gone], new Set())).toBe(
    true,
  );
  expect(await findNewestCareMonth(db)).toEqual({
    period: "2026-05",
    payers: [
      {
        payer: "E54000050",
        cells: [
          { kind: "company", function: "C_130", admitted: 4, nonAdmitted: 6 },
          { kind: "nhs-trust", function: "C_130", admitted: 1, nonAdmitted: 9 },
        ],
      },
    ],
  });
});

const ANSWERED = { item: itemOf(2, { provider: "Sight Ltd" }) };
it.each([
  ["a code is nobody's", row(2, null), [1, 2], false],
  ["an answer was left out of the approval", row(2, "company", ANSWERED), [1], false],
  ["an answer was approved", row(2, "company", ANSWERED), [2], true],
  ["an answer makes no record", row(2, "nhs-body", { ...ANSWERED, outcome: "unchanged" }), [1], true],
  [
    "its importer left out an answer that makes no record",
    row(2, "nhs-body", { ...ANSWERED, outcome: "unchanged", decision: "skip" }),
    [1],
    false,
  ],
])("is complete or not where %s", async (_, second, selected, isComplete) => {
  expect(await completeMonth(db, batchId, [row(1, "company"), second], new Set(selected))).toBe(isComplete);
  expect((await findNewestCareMonth(db)) !== undefined).toBe(isComplete);
});
