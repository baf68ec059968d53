import { expect, test } from "vitest";
import { makePlace, makeProvider, makeService } from "@/db/factories";
import { listPlacesAtPostcode } from "@/db/queries/same-postcode";
import { testDb } from "@/db/testing";

const db = testDb();
const HERE = { address: { postcode: "ZZ1 1ZZ" } };

test("the others at a postcode that may be named, and never the place itself or one without a postcode", async () => {
  const place = await makePlace(db, { name: "Foscote Hospital", kind: "hospital" }, HERE);
  const other = await makePlace(db, { name: "Foscote Court Trust", kind: "hospital" }, HERE);
  await makePlace(db, { visibility: "withheld" }, HERE);
  await makePlace(db, { visibility: "merged", mergedInto: place.id }, HERE);
  const hidden = await makeProvider(db, { name: "Zebracare", visibility: "withheld" });
  const named = await makePlace(db, { name: "Zebracare Banbury" }, HERE);
  await makeService(db, { placeId: named.id, providerId: hidden.id });
  await makePlace(db, {}, { address: { postcode: "" } });
  expect(await listPlacesAtPostcode(db, "ZZ1 1ZZ", place.id)).toEqual([
    { slug: other.slug, name: "Foscote Court Trust", nameCy: null, kind: "hospital" },
  ]);
  expect(await listPlacesAtPostcode(db, "", place.id)).toEqual([]);
});
