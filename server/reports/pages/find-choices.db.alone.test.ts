import { expect, it } from "vitest";
import { makePlace, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { findPlaceChoices } from "./find-choices";

const db = testDb();
const namesFor = async (placeName: string) =>
  (await findPlaceChoices(db, { placeName })).map(({ name }) => name);

// One test: the index of names is that of a publication, and these are of one.
it("offers places called so and those of services called so, once each; by a slip only where there is none", async () => {
  const centre = await makePlace(db, { name: "Carlisle Yak Centre", slug: "yak-centre" });
  await makePlace(db, { name: "Warwich Road Surgery", slug: "other-surgery" });
  await makeService(db, {
    placeId: centre.id,
    name: "GP practice at Warwick Road Surgery",
    slug: "gp-at-warwick",
  });
  const mill = await makePlace(db, { name: "Mill House", slug: "mill-house" });
  await makeService(db, { placeId: mill.id, name: "Eye care at Mill House", slug: "eyes-at-mill-house" });
  const gone = await makePlace(db, { name: "Zebra Hall", slug: "zebra-hall", visibility: "withheld" });
  await makeService(db, { placeId: gone.id, name: "Eye care at the old barn", slug: "eyes-at-the-barn" });

  expect(await namesFor("Warwick Road Surgery")).toEqual(["Carlisle Yak Centre"]);
  expect(await namesFor("Mill House")).toEqual(["Mill House"]);
  expect(await namesFor("Mlil House")).toEqual(["Mill House"]);
  expect(await namesFor("old barn")).toEqual([]);
  expect(await namesFor("Zebra Hall")).toEqual([]);
  expect(await namesFor(" ")).toEqual([]);
});
