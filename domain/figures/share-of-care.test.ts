import { describe, expect, it } from "vitest";
import {
  type CareCell,
  isOutside,
  percentOf,
  shareByFunction,
  shareByKind,
  shareOfCare,
} from "./share-of-care";

const CELLS: CareCell[] = [
  { kind: "nhs-trust", function: "C_130", admitted: 60, nonAdmitted: 100 },
  { kind: "company", function: "C_130", admitted: 30, nonAdmitted: 20 },
  { kind: "charity", function: "C_110", admitted: 8, nonAdmitted: 0 },
  { kind: "nhs-owned-company", function: "C_110", admitted: 1, nonAdmitted: 1 },
  { kind: "unknown", function: "C_110", admitted: 1, nonAdmitted: 9 },
];

describe("shareOfCare", () => {
  it("counts every form outside the NHS, and keeps apart those whose form no source gives", () => {
    expect(shareOfCare(CELLS, "outside-the-nhs")).toEqual({
      definition: "outside-the-nhs",
      admitted: { outside: 38, all: 100 },
      nonAdmitted: { outside: 20, all: 130 },
      together: { outside: 58, all: 230 },
      unknown: 10,
    });
  });

  it("counts companies only where the reader asks for companies", () => {
    expect(shareOfCare(CELLS, "companies-by-type").together).toEqual({ outside: 50, all: 230 });
  });

  it("is nothing of nothing where nothing was completed", () => {
    expect(shareOfCare([], "outside-the-nhs").together).toEqual({ outside: 0, all: 0 });
  });
});

describe("isOutside", () => {
  it("leaves inside what the NHS is or owns", () => {
    for (const kind of ["nhs-trust", "nhs-body", "nhs-owned-company"] as const) {
      expect(isOutside(kind, "outside-the-nhs")).toBe(false);
    }
    expect(isOutside("community-interest-company", "companies-by-type")).toBe(false);
    expect(isOutside("unknown", "outside-the-nhs")).toBe(false);
    expect(isOutside("unknown", "companies-by-type")).toBe(false);
  });
});

describe("the tables", () => {
  it("come to the same as the sentence, by kind and by specialty", () => {
    const whole = shareOfCare(CELLS, "outside-the-nhs");
    for (const rows of [shareByKind(CELLS, "outside-the-nhs"), shareByFunction(CELLS, "outside-the-nhs")]) {
      expect(rows.reduce((sum, row) => sum + row.together.outside, 0)).toBe(whole.together.outside);
      expect(rows.reduce((sum, row) => sum + row.together.all, 0)).toBe(whole.together.all);
    }
  });

  it("have kinds in one order, and what is treated most first", () => {
    const kinds = shareByKind(CELLS, "outside-the-nhs").map(({ key }) => key);
    expect(kinds).toEqual(["nhs-trust", "company", "charity", "nhs-owned-company", "unknown"]);
    expect(shareByFunction(CELLS, "companies-by-type").map(({ key }) => key)).toEqual(["C_130", "C_110"]);
  });
});

describe("percentOf", () => {
  it.each([
    [{ outside: 68, all: 230 }, 29.6],
    [{ outside: 1, all: 100_000 }, 0.1],
    [{ outside: 99_999, all: 100_000 }, 99.9],
    [{ outside: 0, all: 5 }, 0],
    [{ outside: 5, all: 5 }, 100],
    [{ outside: 0, all: 0 }, null],
  ])("of %o is %s", (share, percent) => {
    expect(percentOf(share)).toBe(percent);
  });
});
