import { describe, expect, it } from "vitest";
import { isAreaOnly } from "./category";
import { TREATMENT_FUNCTIONS, treatmentFunction } from "./treatment-functions";

describe("treatment functions", () => {
  it("gives eyes and skin their own categories and keeps surgeons apart from physicians", () => {
    expect(treatmentFunction("C_130")).toEqual({ name: "Ophthalmology", category: "eye-care" });
    expect(treatmentFunction("C_330").category).toBe("dermatology");
    expect(treatmentFunction("C_110").category).toBe("planned-surgery");
    expect(treatmentFunction("C_301").category).toBe("outpatient-clinic");
  });

  it("never makes a service of a category that is shown by area only: the file does not tell those apart", () => {
    for (const { category } of Object.values(TREATMENT_FUNCTIONS)) expect(isAreaOnly(category)).toBe(false);
  });

  it("does not treat ear, nose and throat as hearing: audiology is not consultant-led", () => {
    expect(Object.values(TREATMENT_FUNCTIONS).some(({ category }) => category === "hearing")).toBe(false);
  });

  it("has a name of its own for every code, and neither guesses a new code nor takes the sum for one", () => {
    const names = Object.values(TREATMENT_FUNCTIONS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(() => treatmentFunction("C_999")).toThrow(/C_999/);
  });
});
