import { expect, test } from "vitest";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { loadReference } from "@/server/areas/load-reference";
import { loadHealth } from "@/server/pages/load-health";
import { loadPostcodeData } from "./load-postcode-data";

const db = testDb();

test("the lists of postcodes and their vintage are those that /api/health names", async () => {
  await loadReference(db, systemActor("test"));
  const { vintages } = await loadHealth(db);
  const all = await loadPostcodeData(undefined, db);
  expect(all.map(({ key }) => key).sort()).toEqual(["code-point-open", "northern-ireland-postcodes"]);
  for (const { key, vintage } of all) expect(vintage).toBe(vintages?.[key]);
  const keys = async (nation: "wales" | "northern-ireland") =>
    (await loadPostcodeData(nation, db)).map(({ key }) => key);
  expect(await keys("wales")).toEqual(["code-point-open"]);
  expect(await keys("northern-ireland")).toEqual(["northern-ireland-postcodes"]);
});
