import { describe, expect, it } from "vitest";
import { readShareOfCareTable } from "@/server/registers/waiting-times/tables";
import { loadShareOfCare } from "./load-share-of-care";

const shipped = async () => readShareOfCareTable();
const england = { kind: "nation", code: "E92000001", nation: "england" } as const;
const cumbria = { kind: "icb", code: "E54000050", nation: "england" } as const;

describe("loadShareOfCare", () => {
  it("has England's totals from the shipped table, with who paid apart from the boards", async () => {
    const share = await loadShareOfCare(england, "outside-the-nhs", shipped);
    expect(share).toMatchObject({
      month: "2026-04",
      whole: { admitted: { outside: 51_139, all: 288_434 }, together: { outside: 130_548, all: 1_452_849 } },
      otherPayers: [
        { payer: "nhs-england", completed: 26_686 },
        { payer: "not-named", completed: 5_096 },
      ],
    });
    expect(share?.bySpecialty.map(({ name }) => name)).toContain("Ophthalmology");
  });

  it("has a board's own patients, under the definition that is asked for", async () => {
    const all = await loadShareOfCare(cumbria, "outside-the-nhs", shipped);
    const companies = await loadShareOfCare(cumbria, "companies", shipped);
    expect(all?.whole.together.all).toBe(90_588);
    expect(companies?.whole.together.all).toBe(90_588);
    expect(companies?.whole.together.outside).toBeLessThan(all?.whole.together.outside ?? 0);
    expect(all?.otherPayers).toEqual([]);
  });

  it("has nothing for areas that the extract does not know", async () => {
    expect(await loadShareOfCare({ ...cumbria, kind: "constituency" }, "companies", shipped)).toBeNull();
    expect(await loadShareOfCare({ ...england, nation: "wales" }, "companies", shipped)).toBeNull();
    expect(await loadShareOfCare({ ...cumbria, code: "E54000001" }, "companies", shipped)).toBeNull();
  });
});
