import { expect, it } from "vitest";
import { FORMER_NAMES, howFormer } from "@/domain/providers/former-names";

it('"formerly" is said of the same company number alone; of any other it took over', () => {
  expect(howFormer({ companyNumber: "01234567" })).toBe("formerly");
  expect(howFormer({ companyNumber: null })).toBe("tookOverFrom");
  expect(howFormer({ companyNumber: null, isOfToday: true })).toBe("alsoCalled");
});

it("every earlier name has a dated source with an address, and a number has the shape of one", () => {
  for (const { name, companyNumber, source } of Object.values(FORMER_NAMES).flat()) {
    expect(source.title, name).toMatch(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/,
    );
    expect(source.url, name).toMatch(/^https:\/\//);
    if (companyNumber !== null) expect(companyNumber, name).toMatch(/^[A-Z0-9]{8}$/);
  }
});

it("an organisation is found by the name that people remember", () => {
  const found = (name: string) =>
    Object.entries(FORMER_NAMES).find(([, names]) => names.some((one) => one.name === name))?.[0];
  expect(found("Virgin Care")).toBe("hcrg-care-group");
  expect(found("Operose Health")).toBe("hcrg-care-group");
  expect(found("PHL Group")).toBe("partnering-health-limited");
});
