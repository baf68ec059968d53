import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readShareOfCareTable } from "@/db/reference/waiting-times-table";
import { type Definition, definitionOf } from "@/domain/providers/legal-form";
import { loadShareOfCare } from "./load-share-of-care";

const shipped = async () => readShareOfCareTable();
const nobody = async () => [];
const england = { id: "e", kind: "nation", code: "E92000001", nation: "england" } as const;
const cumbria = { id: "c", kind: "icb", code: "E54000050", nation: "england" } as const;

describe("loadShareOfCare", () => {
  it("has England's totals from the shipped table, with who paid apart from the boards", async () => {
    const share = await loadShareOfCare(england, "outside-the-nhs", shipped, nobody);
    expect(share).toMatchObject({
      month: "2026-04",
      whole: {
        admitted: { outside: 50_378, all: 288_434 },
        unknown: 6_223,
        together: { outside: 124_325, all: 1_452_849 },
      },
      otherPayers: [
        { payer: "nhs-england", completed: 26_686 },
        { payer: "not-named", completed: 5_096 },
      ],
    });
    expect(share?.bySpecialty.map(({ name }) => name)).toContain("Ophthalmology");
  });

  it("is what the document says of it", async () => {
    const share = await loadShareOfCare(england, "outside-the-nhs", shipped, nobody);
    const said = readFileSync("docs/data-sources.md", "utf8").replace(/\s+/g, " ");
    const { together, admitted, unknown } = share?.whole ?? expect.fail("no share");
    const n = (value: number) => value.toLocaleString("en-GB");
    const percent = ({ outside, all }: { outside: number; all: number }, digits: number) =>
      `${((100 * outside) / all).toFixed(digits)} %`;
    expect(said).toContain(
      `(${n(together.all)} in all), ${n(together.outside)} (${percent(together, 0)}) was done outside the NHS`,
    );
    expect(said).toContain(`${n(unknown)} by organisations of unknown kind`);
    expect(said).toContain(`${n(admitted.outside)} of ${n(admitted.all)} (${percent(admitted, 1)})`);
  });

  it("has a board's own patients, under the definition that is asked for", async () => {
    const all = await loadShareOfCare(cumbria, "outside-the-nhs", shipped, nobody);
    const companies = await loadShareOfCare(cumbria, "companies-by-type", shipped, nobody);
    expect(all?.whole.together.all).toBe(90_588);
    expect(companies?.whole.together.all).toBe(90_588);
    expect(companies?.whole.together.outside).toBeLessThan(all?.whole.together.outside ?? 0);
    expect(all?.otherPayers).toEqual([]);
  });

  it("counts companies alone as companies: Bristol's 2,582, without the 2,408 of social enterprises", async () => {
    const bristol = { ...cumbria, code: "E54000039" };
    const of = async (definition: Definition) =>
      (await loadShareOfCare(bristol, definition, shipped, nobody))?.whole.together.outside;
    expect(await of("companies-by-type")).toBe(2_582);
    expect(await of(definitionOf(["community-interest-company"]))).toBe(2_408);
  });

  it("asks for the names of those that are in no share: a board's own, or all of England's", async () => {
    const asked: (string | null)[] = [];
    const carers = async (month: string, areaId: string | null) => {
      asked.push(`${month} ${areaId}`);
      return [{ slug: "one-clinic", name: "One Clinic" }];
    };
    const share = await loadShareOfCare(england, "outside-the-nhs", shipped, carers);
    expect(share?.unknownCarers).toEqual([{ slug: "one-clinic", name: "One Clinic" }]);
    await loadShareOfCare({ ...cumbria, code: "E54000057" }, "companies-by-type", shipped, carers);
    expect(asked).toEqual(["2026-04 null", "2026-04 c"]);
  });

  it("has nothing for areas that the extract does not know", async () => {
    expect(
      await loadShareOfCare({ ...cumbria, kind: "constituency" }, "companies-by-type", shipped, nobody),
    ).toBeNull();
    expect(
      await loadShareOfCare({ ...england, nation: "wales" }, "companies-by-type", shipped, nobody),
    ).toBeNull();
    expect(
      await loadShareOfCare({ ...cumbria, code: "E54000001" }, "companies-by-type", shipped, nobody),
    ).toBeNull();
  });
});
