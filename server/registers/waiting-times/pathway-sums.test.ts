import { describe, expect, it } from "vitest";
import type { FiledProvider, WaitingTimesTable } from "@/db/reference/waiting-times-table";
import { FEWEST_PAID_FOR, paidBy, sumsByCategory } from "./pathway-sums";

const TABLE: WaitingTimesTable = {
  period: "2026-04",
  payers: ["E54000050", "E54000048", "nhs-england"],
  functions: ["C_100", "C_101", "C_130", "C_301"],
  providers: [],
};
const provider = (cells: FiledProvider["cells"]): FiledProvider => ({
  code: "X",
  healthBody: null,
  town: null,
  cells,
});

describe("sumsByCategory", () => {
  it("makes one category of several specialties, largest first, and keeps who paid for enough", () => {
    const [eyes, surgery] = sumsByCategory(
      TABLE,
      provider([
        [0, 0, 1, 2, 3, 4],
        [0, 1, 10, 20, 30, 40],
        [1, 1, 1, 0, 0, 0],
        [0, 2, 8, 2, 900, 100],
      ]),
    );
    expect(surgery).toEqual({
      category: "planned-surgery",
      completedAdmitted: 12,
      completedNonAdmitted: 22,
      waiting: 33,
      newReferrals: 44,
      specialties: ["Urology", "General surgery"],
      paidBy: [{ healthBody: "E54000050", completed: 33 }],
    });
    expect(eyes).toMatchObject({ category: "eye-care", waiting: 900, paidBy: [{ completed: 10 }] });
  });

  it("leaves out no patient: one who waits, or who was newly sent, makes a category", () => {
    expect(sumsByCategory(TABLE, provider([[0, 3, 0, 0, 1, 0]]))).toMatchObject([{ waiting: 1 }]);
    expect(sumsByCategory(TABLE, provider([[0, 3, 0, 0, 0, 1]]))).toMatchObject([
      { newReferrals: 1, specialties: ["Gastroenterology"], paidBy: [] },
    ]);
    expect(sumsByCategory(TABLE, provider([[0, 3, 0, 0, 0, 0]]))).toEqual([]);
  });
});

describe("paidBy", () => {
  it("names boards only, those with the most first", () => {
    const cells: FiledProvider["cells"] = [
      [0, 0, 5, 5, 0, 0],
      [1, 0, 50, 0, 0, 0],
      [2, 0, 500, 0, 0, 0],
    ];
    expect(paidBy(TABLE, cells)).toEqual([
      { healthBody: "E54000048", completed: 50 },
      { healthBody: "E54000050", completed: 10 },
    ]);
    expect(paidBy(TABLE, [[0, 0, 5, FEWEST_PAID_FOR - 6, 900, 0]])).toEqual([]);
  });
});
