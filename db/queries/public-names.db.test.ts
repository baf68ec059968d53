import { expect, it } from "vitest";
import { makePlace, makeProvider, makeService } from "@/db/factories";
import { listPublicNames } from "@/db/queries/public-names";
import { testDb } from "@/db/testing";

const db = testDb("owner");

it("lists places, services and providers with the town they are in", async () => {
  const place = await makePlace(
    db,
    { name: "Quokka Clinic", nameCy: "Clinig Quokka", slug: "q", kind: "hospital" },
    { odsCode: "Q1234" },
  );
  const provider = await makeProvider(db, { name: "Quokka Ltd", slug: "ql" });
  await makeService(db, { name: "Scans at Quokka", slug: "qs", placeId: place.id, providerId: provider.id });
  const found = await listPublicNames(db);
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    expect.arrayContaining([
      {
        kind: "place",
        slug: "q",
        name: "Quokka Clinic",
        nameCy: "Clinig Quokka",
        town: "Carlisle",
        placeKind: "hospital",
        codes: ["Q1234"],
      },
      {
        kind: "service",
        slug: "qs",
        name: "Scans at Quokka",
        nameCy: null,
        town: "Carlisle",
        placeKind: null,
        codes: [],
      },
      {
        kind: "provider",
        slug: "ql",
        name: "Quokka Ltd",
        nameCy: null,
        town: null,
        placeKind: null,
        codes: [],
      },
    ]),
  );
});

it("names a service once, however its place was merged, and hides it with a place that may not be named", async () => {
  const stands = await makePlace(db, { name: "Stands" }, { address: { town: "Wigton" } });
  const merged = await makePlace(db, { name: "Merged", visibility: "merged", mergedInto: stands.id });
  await makeService(db, { name: "Care here", placeId: merged.id });
  const hidden = await makePlace(db, { name: "Hidden", visibility: "withheld" });
  await makeService(db, { name: "Care at Hidden", placeId: hidden.id });
  const names = await listPublicNames(db);
  expect(names.filter(({ kind }) => kind === "place").map(({ name }) => name)).toEqual(["Stands"]);
  expect(names.filter(({ kind }) => kind === "service")).toMatchObject([
    { name: "Care here", town: "Wigton" },
  ]);
});
