import { expect, test } from "vitest";
import { makeArea, makePlace, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadPlacePage } from "@/server/pages/load-place-page";

const db = testDb();
const areasOf = async (slug: string) =>
  (await loadPlacePage(slug, DEFAULT_DEFINITION, db))?.areas.map(({ nameEn }) => nameEn);

test("a place whose address is in no constituency stands in that which its services serve", async () => {
  const council = await makeArea(db, { kind: "council", nameEn: "Cumberland" });
  const other = await makeArea(db, { kind: "council", nameEn: "Northumberland" });
  const seat = await makeArea(db, { kind: "constituency", nameEn: "Carlisle" });
  const place = await makePlace(db, {}, { areaIds: [council.id] });
  expect(await areasOf(place.slug)).toEqual(["Cumberland"]);
  await makeService(db, { placeId: place.id }, { areaIds: [seat.id, other.id] });
  await makeService(db, { placeId: place.id, visibility: "area-only" }, { areaIds: [other.id] });
  expect(await areasOf(place.slug)).toEqual(["Cumberland", "Carlisle"]);

  const known = await makePlace(db, {}, { areaIds: [council.id, seat.id] });
  await makeService(db, { placeId: known.id }, { areaIds: [other.id] });
  expect((await areasOf(known.slug))?.sort()).toEqual(["Carlisle", "Cumberland"]);
});
