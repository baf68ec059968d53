import { describe, expect, it } from "vitest";
import { AREA_ONLY_CATEGORIES, SERVICE_CATEGORIES } from "@/domain/services/category";
import { nameOfServiceFor, reportTitleOf, serviceNameOf } from "./service-name";

describe("the name of a service", () => {
  it.each([
    ["eye-care", "Eye care at Mill House"],
    ["gp-practice", "GP practice at Mill House"],
    ["nhs-111", "NHS 111 at Mill House"],
    ["out-of-hours-gp", "Out-of-hours GP at Mill House"],
    ["end-of-life-care", "End-of-life care at Mill House"],
    ["other", "NHS care at Mill House"],
  ] as const)("of %s is %s", (category, name) => {
    expect(serviceNameOf(category, "Mill House")).toBe(name);
  });
  it("has no place in it where the care is shown by area only, by the list or by an admin's word", () => {
    for (const category of SERVICE_CATEGORIES) {
      expect(serviceNameOf(category, "Mill House").includes("Mill House")).toBe(
        !AREA_ONLY_CATEGORIES.has(category),
      );
      expect(serviceNameOf(category, "Mill House", true)).not.toContain("Mill House");
    }
  });
  it("is that of its area where it comes to people, and of nothing while the area is not known", () => {
    expect(nameOfServiceFor("patient-transport", "Cumbria")).toBe("Patient transport for Cumbria");
    expect(nameOfServiceFor("patient-transport", null)).toBe("Patient transport");
  });
  it("fits the column of a list of reports", () => {
    expect(reportTitleOf("eye-care", "Mill House")).toBe("Eye care at Mill House");
    expect(reportTitleOf("eye-care", "a".repeat(300))).toHaveLength(240);
  });
});
