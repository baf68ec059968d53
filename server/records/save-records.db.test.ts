import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { makeArea, makePlace, makeProvider, makeSource } from "@/db/factories";
import { findPublicationNumber } from "@/db/queries/publications";
import { saveSetting } from "@/db/queries/settings";
import { claims, providers, recordVersions, serviceAreas, services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { findAuditBreak } from "@/server/audit";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";
import {
  type ClaimDraft,
  type RecordDraft,
  type SaveContext,
  saveRecords,
} from "@/server/records/save-records";

const db = testDb();
const actor = systemActor("test");
const context: SaveContext = {
  reason: "A test",
  action: "record.published",
  subject: { type: "service", id: "test" },
};

let sourceId: string;
beforeEach(async () => {
  sourceId = (await makeSource(db)).id;
});

const says = (field: ClaimField, value: unknown, confirmedOn = "2026-03-01"): ClaimDraft => ({
  field,
  value,
  sourceId,
  says: "Says so.",
  confirmedOn,
});

function provider(name: string): RecordDraft {
  return {
    recordType: "provider",
    recordId: randomUUID(),
    create: { slug: "acme-care", visibility: "published" },
    claims: [says("name", name)],
  };
}

function service(category: string, more: ClaimDraft[] = []): RecordDraft {
  return {
    recordType: "service",
    recordId: randomUUID(),
    create: { slug: "a-clinic-in-a-street", visibility: "published" },
    claims: [
      says("name", "A clinic in a street"),
      says("category", category),
      says("status", "operating"),
      ...more,
    ],
  };
}

const serviceRow = async (id: string) => (await db.select().from(services).where(eq(services.id, id)))[0];

test("writes the claims, the row they project, an audit entry and a publication number", async () => {
  const draft = provider("Acme Care");
  const { publication } = await saveRecords(db, actor, [draft], context);
  const [row] = await db.select().from(providers).where(eq(providers.id, draft.recordId));
  expect(row).toMatchObject({ name: "Acme Care", slug: "acme-care", visibility: "published", version: 1 });
  expect(row?.publishedAt).toBeInstanceOf(Date);
  expect(await db.select().from(claims).where(eq(claims.recordId, draft.recordId))).toHaveLength(1);
  expect(await findPublicationNumber(db)).toBe(publication);
  expect(await findAuditBreak(db)).toBeNull();
});

test.each([["started-on", "2019"]] as const)(
  "a %s of %j is read as the text it was",
  async (field, value) => {
    const draft = service("eye-care", [says(field, value)]);
    await saveRecords(db, actor, [draft], context);
    const rows = await db.select().from(claims).where(eq(claims.recordId, draft.recordId));
    expect(rows.find((claim) => claim.field === field)?.value).toBe(value);
  },
);

test("a taken address gets a number", async () => {
  const [one, two] = [provider("Acme Care"), provider("Acme Care")];
  await saveRecords(db, actor, [one, two], context);
  const [row] = await db.select().from(providers).where(eq(providers.id, two.recordId));
  expect(row?.slug).toBe("acme-care-2");
});

test("a fresher claim changes the row and keeps what it said; an older one does not", async () => {
  const draft = provider("Acme Care");
  await saveRecords(db, actor, [draft], context);
  const again = (name: string, day: string) =>
    saveRecords(db, actor, [{ ...draft, create: undefined, claims: [says("name", name, day)] }], context);
  const nameNow = async () =>
    (await db.select().from(providers).where(eq(providers.id, draft.recordId)))[0]?.name;
  await again("Acme Healthcare", "2026-05-01");
  expect(await nameNow()).toBe("Acme Healthcare");
  await again("Acme of old", "2020-01-01");
  expect(await nameNow()).toBe("Acme Healthcare");
  const versions = await db.select().from(recordVersions).where(eq(recordVersions.recordId, draft.recordId));
  expect(versions).toMatchObject([
    { version: 1, snapshot: { name: "Acme Care" }, changedBy: "test", reason: "A test" },
  ]);
});

test("a claim that is replaced by another of the same call is not in force", async () => {
  const id = randomUUID();
  const draft = provider("Acme Care");
  draft.claims = [
    { ...says("name", "Fresher but replaced", "2026-09-01"), id },
    { ...says("name", "Acme"), supersedes: [id] },
  ];
  await saveRecords(db, actor, [draft], context);
  const [row] = await db.select().from(providers).where(eq(providers.id, draft.recordId));
  expect(row?.name).toBe("Acme");
});

test.each([
  ["a field nobody knows", [{ ...says("about", 44), field: "shoe-size" as "about" }]],
  ["a value that does not fit", [says("website", "javascript:")]],
])("refuses %s", async (_, wrong) => {
  const draft = provider("Acme Care");
  draft.claims = [...draft.claims, ...wrong];
  await expect(saveRecords(db, actor, [draft], context)).rejects.toThrow();
});

test("refuses a record without what it cannot be without", async () => {
  const draft = service("dialysis");
  draft.claims = draft.claims.filter(({ field }) => field !== "status");
  await expect(saveRecords(db, actor, [draft], context)).rejects.toThrow("needs a claim of its status");
});

test("refuses a place for a service shown by area only, whoever asks and however late", async () => {
  const place = says("place", { placeId: (await makePlace(db)).id, addressKey: "main" });
  const refusal = { fields: { place: "area-only-category" } };
  await expect(saveRecords(db, actor, [service("abortion", [place])], context)).rejects.toMatchObject(
    refusal,
  );
  const saved = service("sexual-assault");
  await saveRecords(db, actor, [saved], context);
  const later = { ...saved, create: undefined, claims: [place] };
  await expect(saveRecords(db, actor, [later], context)).rejects.toMatchObject(refusal);
});

test("a service shown by area only has an area, no place, and an address that tells nothing", async () => {
  const area = await makeArea(db, { kind: "icb" });
  const draft = service("gender-identity", [says("serves-area", { areaId: area.id })]);
  await saveRecords(db, actor, [draft], context);
  expect(await serviceRow(draft.recordId)).toMatchObject({
    visibility: "area-only",
    placeId: null,
    addressKey: null,
    slug: "gender-identity",
  });
  const served = await db.select().from(serviceAreas).where(eq(serviceAreas.serviceId, draft.recordId));
  expect(served).toMatchObject([{ areaId: area.id }]);
});

test("a service that turns out to be of such a category loses its place and pin", async () => {
  const placeId = (await makePlace(db)).id;
  const draft = service("outpatient-clinic", [
    says("place", { placeId, addressKey: "main" }),
    says("provider", { providerId: (await makeProvider(db)).id }),
  ]);
  await saveRecords(db, actor, [draft], context);
  expect(await serviceRow(draft.recordId)).toMatchObject({ visibility: "published", placeId });
  const correction = { ...draft, create: undefined, claims: [says("category", "abortion", "2026-06-01")] };
  await saveRecords(db, actor, [correction], context);
  expect(await serviceRow(draft.recordId)).toMatchObject({
    visibility: "area-only",
    placeId: null,
    addressKey: null,
  });
});

test("an admin can add to the categories that are shown by area only", async () => {
  await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
  const draft = service("fertility");
  await saveRecords(db, actor, [draft], context);
  expect(await serviceRow(draft.recordId)).toMatchObject({ visibility: "area-only" });
});

test("a failure writes nothing at all", async () => {
  const before = await db.select().from(claims);
  const broken = service("dialysis", [says("provider", { providerId: randomUUID() })]);
  const attempt = db.transaction((inner) => saveRecords(inner, actor, [provider("Acme"), broken], context));
  await expect(attempt).rejects.toThrow();
  expect(await db.select().from(claims)).toEqual(before);
});
