import { describe, expect, it } from "vitest";
import { makeArea, makePlace, makeProvider, makeService } from "@/db/factories";
import { findRecordNames } from "@/db/queries/claims-read";
import { listAreasOfServices } from "@/db/queries/places";
import { findNewSlug } from "@/db/queries/redirects";
import {
  findServiceRow,
  listServicesAtPlace,
  listServicesBefore,
  listServicesInArea,
  listServicesOfProviders,
} from "@/db/queries/services";
import { addressAreas, placeAddresses } from "@/db/schema/places";
import { slugHistory } from "@/db/schema/services";
import { testDb } from "@/db/testing";

const db = testDb("owner");

describe("which area a service is in", () => {
  it("is that of its own address, not of the place's others", async () => {
    const [here, there] = [await makeArea(db), await makeArea(db)];
    const place = await makePlace(db, {}, { areaIds: [here.id] });
    const [branch] = await db
      .insert(placeAddresses)
      .values({
        placeId: place.id,
        key: "branch",
        isMain: false,
        lines: "",
        town: "Wigton",
        postcode: "CA7 9AA",
      })
      .returning();
    if (!branch) throw new Error("no branch");
    await db.insert(addressAreas).values({ addressId: branch.id, areaId: there.id });
    const main = await makeService(db, { placeId: place.id, addressKey: null });
    const atBranch = await makeService(db, { placeId: place.id, addressKey: "branch" });
    expect((await listServicesInArea(db, here.id)).map(({ id }) => id)).toEqual([main.id]);
    const [row] = await listServicesInArea(db, there.id);
    expect(row).toMatchObject({ id: atBranch.id, place: { town: "Wigton" }, position: null });
    expect((await listAreasOfServices(db, [atBranch.id])).map(({ id }) => id)).toEqual([there.id]);
  });

  it("is every one that it serves when it has no place", async () => {
    const [one, two] = [await makeArea(db), await makeArea(db)];
    const service = await makeService(db, { placeId: null }, { areaIds: [one.id, two.id] });
    for (const area of [one, two]) {
      const [row] = await listServicesInArea(db, area.id);
      expect(row).toMatchObject({ id: service.id, place: null, position: null, placeId: null });
    }
    expect((await listAreasOfServices(db, [service.id])).length).toBe(2);
  });

  it("is counted once where the service lies in the area and serves it too", async () => {
    const area = await makeArea(db);
    const place = await makePlace(db, {}, { areaIds: [area.id] });
    await makeService(db, { placeId: place.id }, { areaIds: [area.id] });
    expect(await listServicesInArea(db, area.id)).toHaveLength(1);
  });
});

describe("what was merged", () => {
  it("is followed without its references having been rewritten", async () => {
    const kept = await makeProvider(db, { name: "Kept Ltd" });
    const gone = await makeProvider(db, { visibility: "merged", mergedInto: kept.id });
    const keptPlace = await makePlace(db, { name: "Kept Clinic" });
    const gonePlace = await makePlace(db, { visibility: "merged", mergedInto: keptPlace.id });
    const service = await makeService(db, { providerId: gone.id, placeId: gonePlace.id });
    const row = await findServiceRow(db, service.slug);
    expect(row).toMatchObject({ provider: { name: "Kept Ltd" }, providerId: kept.id, placeId: keptPlace.id });
    expect(await listServicesOfProviders(db, [kept.id])).toHaveLength(1);
    expect(await listServicesAtPlace(db, keptPlace.id)).toHaveLength(1);
  });

  it("leads on to what it was merged into, and a renamed record to its new name", async () => {
    const kept = await makeProvider(db);
    await makeProvider(db, { slug: "old-one", visibility: "merged", mergedInto: kept.id });
    await db.insert(slugHistory).values({ recordType: "provider", slug: "older-name", recordId: kept.id });
    expect(await findNewSlug(db, "provider", "old-one")).toBe(kept.slug);
    expect(await findNewSlug(db, "provider", "older-name")).toBe(kept.slug);
    expect(await findNewSlug(db, "provider", "never-was")).toBeUndefined();
    expect(await findNewSlug(db, "place", "old-one")).toBeUndefined();
  });

  it("leads nowhere when what it was merged into is hidden", async () => {
    const hidden = await makeProvider(db, { visibility: "withheld" });
    await makeProvider(db, { slug: "old-two", visibility: "merged", mergedInto: hidden.id });
    expect(await findNewSlug(db, "provider", "old-two")).toBeUndefined();
  });
});

describe("a service that goes on as another", () => {
  it("leads to it by name and page, and the other leads back", async () => {
    const after = await makeService(db, { name: "Eye care now", slug: "eye-care-now" });
    const before = await makeService(db, { status: "ended", successorId: after.id });
    expect([...(await findRecordNames(db, [after.id]))]).toEqual([
      [after.id, { name: "Eye care now", path: "/services/eye-care-now" }],
    ]);
    expect(await listServicesBefore(db, after.id)).toMatchObject([{ id: before.id, slug: before.slug }]);
    expect(await listServicesBefore(db, before.id)).toEqual([]);
  });

  it.each(["withheld", "area-only", "erased"] as const)(
    "says nothing of one that is %s",
    async (visibility) => {
      const after = await makeService(db, { visibility });
      await makeService(db, { visibility, successorId: after.id });
      expect(await findRecordNames(db, [after.id])).toEqual(new Map());
      expect(await listServicesBefore(db, after.id)).toEqual([]);
    },
  );

  it("says nothing of one at a place that has no name for the public", async () => {
    const place = await makePlace(db, { visibility: "withheld" });
    const after = await makeService(db, { placeId: place.id });
    await makeService(db, { placeId: place.id, successorId: after.id });
    expect(await findRecordNames(db, [after.id])).toEqual(new Map());
    expect(await listServicesBefore(db, after.id)).toEqual([]);
  });

  it("says nothing of one whose name tells a provider that is hidden", async () => {
    const hidden = await makeProvider(db, { name: "Zebra Vision Ltd", visibility: "withheld" });
    const after = await makeService(db, { name: "Eye care at Zebra Vision", providerId: hidden.id });
    await makeService(db, {
      name: "Eye care at Zebra Vision before",
      providerId: hidden.id,
      successorId: after.id,
    });
    expect(await findRecordNames(db, [after.id])).toEqual(new Map());
    expect(await listServicesBefore(db, after.id)).toEqual([]);
  });
});

describe("who runs it", () => {
  it("is of the kind that the organisation's legal form says, else what a source calls it", async () => {
    const charity = await makeProvider(db, { legalForm: "charity" });
    const [a, b, c] = [
      await makeService(db, { providerId: charity.id, providerKind: "private-sector" }),
      await makeService(db, { providerId: null, providerKind: "private-sector" }),
      await makeService(db, { providerId: null, providerKind: null }),
    ];
    const kinds = await Promise.all(
      [a, b, c].map(async ({ slug }) => (await findServiceRow(db, slug))?.kind),
    );
    expect(kinds).toEqual(["charity", "private-sector", null]);
  });
});
