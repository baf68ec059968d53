import { expect, test } from "vitest";
import { makeArea, makePlace } from "@/db/factories";
import type { ShareOfCareTable } from "@/db/reference/waiting-times-table";
import { testDb } from "@/db/testing";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadComparison } from "./load-comparison";

const db = testDb();

test("ranks boards by the table's shares under the definition, and tells which lists of like areas there are", async () => {
  const [north, south, tiny] = [
    await makeArea(db, { kind: "icb", nameEn: "North" }),
    await makeArea(db, { kind: "icb", nameEn: "South" }),
    await makeArea(db, { kind: "icb", nameEn: "Tiny" }),
  ];
  await makePlace(db, { kind: "gp-practice" }, { areaIds: [north.id], odsCode: "T1" });
  const paid = (payer: string, nhs: number, company: number, charity: number) => ({
    payer,
    cells: [
      { kind: "nhs-trust" as const, function: "C_130", admitted: nhs, nonAdmitted: 0 },
      { kind: "company" as const, function: "C_130", admitted: company, nonAdmitted: 0 },
      { kind: "charity" as const, function: "C_130", admitted: charity, nonAdmitted: 0 },
    ],
  });
  const table = async (): Promise<ShareOfCareTable> => ({
    period: "2026-04",
    payers: [
      paid(north.code, 800, 150, 50),
      paid(south.code, 700, 0, 300),
      paid(tiny.code, 0, 9, 0),
      paid("nhs-england", 1000, 0, 0),
    ],
  });
  const load = (definition: Parameters<typeof loadComparison>[0]) =>
    loadComparison(definition, "all", db, table);
  const inOrder = ({ healthBodies }: Awaited<ReturnType<typeof load>>) =>
    healthBodies.ranked.map(({ rank, name }) => `${rank} ${name}`);
  const all = await load(DEFAULT_DEFINITION);
  expect(inOrder(all)).toEqual(["1 South", "2 North"]);
  expect(inOrder(await load("companies-by-type"))).toEqual(["1 North", "2 South"]);
  expect(all.healthBodies.notEnough.map(({ name }) => name)).toEqual(["Tiny"]);
  // NHS England paid for some of all.
  expect(all.england.together).toEqual({ outside: 509, all: 3009 });
  expect(all.lists.find(({ kind }) => kind === "icb")).toMatchObject({ nation: "england", areas: 3 });
});
