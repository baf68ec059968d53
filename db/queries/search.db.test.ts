import { describe, expect, it } from "vitest";
import { makeArea, makePlace, makeProvider } from "@/db/factories";
import { searchAreas, searchPlaces, searchProviders } from "@/db/queries/search";
import { testDb } from "@/db/testing";
import { searchWords } from "@/domain/search/normalise";
import { SEARCH_LIMIT } from "@/domain/search/results";

const db = testDb("owner");

describe("a name is found", () => {
  it.each([
    ["St Mary’s Hospital", "saint marys"],
    ["St Mary’s Hospital", "ST MARY'S"],
    ["Saint Agnes Surgery", "st agnes"],
    ["Tŷ Hafan Clinic", "ty hafan"],
    ["Brighton & Hove Clinic", "brighton and hove"],
    ["Weston-super-Mare Clinic", "weston super mare"],
    ["Café Étoile Clinic", "cafe etoile"],
  ])("%s by %s", async (name, typed) => {
    await makePlace(db, { name });
    expect((await searchPlaces(db, searchWords(typed))).map((found) => found.name)).toEqual([name]);
  });

  it("by its Welsh form", async () => {
    await makePlace(db, { name: "Anglesey Clinic Q", nameCy: "Clinig Ynys Môn Q" });
    await makeArea(db, { nameEn: "Isle Q", nameCy: "Ynys Môn Q" });
    expect(await searchPlaces(db, searchWords("ynys mon q"))).toHaveLength(1);
    expect((await searchAreas(db, searchWords("Ynys Môn Q"))).map((area) => area.nameEn)).toEqual(["Isle Q"]);
  });
});

it("needs every word, and takes no letter for a pattern", async () => {
  await makeProvider(db, { name: "Alpha Beta Ltd" });
  expect(await searchProviders(db, searchWords("alpha gamma"))).toEqual([]);
  expect(searchWords("%_%")).toEqual([]);
  expect(await searchProviders(db, searchWords("zal%"))).toEqual([]);
  expect(await searchProviders(db, searchWords("beta alpha"))).toHaveLength(1);
});

it("puts names that begin with it first and is bounded", async () => {
  await makeProvider(db, { name: "The Omega Group" });
  await makeProvider(db, { name: "Omega Health" });
  const [first] = await searchProviders(db, searchWords("omega"));
  expect(first?.name).toBe("Omega Health");
  for (let i = 0; i < SEARCH_LIMIT + 3; i += 1) await makeProvider(db, { name: `Sigma ${i}` });
  expect(await searchProviders(db, searchWords("sigma"))).toHaveLength(SEARCH_LIMIT);
});
