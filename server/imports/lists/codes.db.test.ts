import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makePlace } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { placeIdentifiers, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { importList, makeActor, SOURCE, stage } from "@/server/imports/testing";

const db = testDb();
const HEAD = "Place,Postcode,Register code,Kind of care,Provider,Kind of provider,Since\n";
const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
const told = async (batchId: string) =>
  (await listRows(db, batchId)).map(({ outcome, warnings, problems }) => [
    outcome,
    ...[...problems, ...warnings].map(({ code, detail }) => `${code} ${detail}`),
  ]);

/** Fusehill Medical Practice, whose entry in the register of practices ended. */
async function fusehill() {
  const place = await makePlace(
    db,
    { name: "Fusehill Medical Practice", kind: "gp-practice" },
    { odsCode: "A82019", address: { postcode: "CA1 2HE" } },
  );
  await importList(db, `${HEAD}Fusehill Medical Practice,CA1 2HE,A82019,GP,SSP Health,company,2020\n`);
  await db
    .update(placeIdentifiers)
    .set({ validTo: "2025-08-31" })
    .where(eq(placeIdentifiers.placeId, place.id));
  return place;
}

it("a code whose entry ended is still that of its place: another provider there changes it, and the end is said", async () => {
  const place = await fusehill();
  const row = "Fusehill Surgery,CA1 2HE,A82019,GP,Newer Health Ltd,company,2025-05-01\n";
  const { batchId } = await importList(db, HEAD + row, later);
  expect(await told(batchId)).toEqual([
    [
      "changed",
      "code-ended A82019, 2025-08-31",
      "provider-changes SSP Health",
      "new-provider Newer Health Ltd",
    ],
  ]);
  const codes = await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, "A82019"));
  expect(codes.map(({ placeId }) => placeId)).toEqual([place.id]);
  const tenures = await db
    .select({ placeId: services.placeId, status: services.status, endedOn: services.endedOn })
    .from(services)
    .orderBy(services.startedOn);
  expect(tenures).toEqual([
    { placeId: place.id, status: "ended", endedOn: "2025-05-01" },
    { placeId: place.id, status: "operating", endedOn: null },
  ]);
});

it("one code in a list is one place, whatever its rows call it; one that no place has is pointed out", async () => {
  const rows = [
    "Newtown Clinic,CA2 7HY,ZZX99,eye care,not named,,",
    "The Clinic at Newtown,CA1 1QS,ZZX99,hearing,not named,,",
    "Newtown Clinic,CA2 7HY,,MRI,not named,,",
  ];
  const { batchId } = await importList(db, `${HEAD}${rows.join("\n")}\n`);
  expect(await told(batchId)).toEqual([
    ["new", "code-unknown ZZX99"],
    ["new", "place-of-row Newtown Clinic", "code-unknown ZZX99"],
    ["new"],
  ]);
  expect((await db.select().from(places)).map(({ name }) => name)).toEqual(["Newtown Clinic"]);
  expect((await db.select().from(placeIdentifiers)).map(({ code }) => code)).toEqual(["ZZX99"]);
});

it("a code that several places had is not given to one more", async () => {
  for (const name of ["Old Surgery", "New Surgery"]) await makePlace(db, { name }, { odsCode: "A82099" });
  await db.update(placeIdentifiers).set({ validTo: "2024-03-31" });
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, `${HEAD}Other Surgery,CA1 2HE,A82099,GP,not named,,\n`);
  expect((await told(batchId)).flat()[0]).toBe("refused");
  expect((await listRows(db, batchId))[0]?.problems).toMatchObject([
    { column: "register-code", code: "code-several" },
  ]);
});
