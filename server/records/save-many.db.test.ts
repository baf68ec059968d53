import { randomUUID } from "node:crypto";
import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeSource } from "@/db/factories";
import { placeAddresses, placeIdentifiers, places, recordVersions } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";

const db = testDb();

function practice(number: number, sourceId: string): RecordDraft {
  const claim = (field: ClaimField, value: unknown) => ({
    field,
    value,
    sourceId,
    says: "Made up.",
    confirmedOn: "2026-03-01",
  });
  return {
    recordType: "place",
    recordId: randomUUID(),
    // Every tenth has the name of its neighbour.
    create: { slug: `practice-${number - Number(number % 10 === 0)}`, visibility: "published" },
    claims: [
      claim("name", `Practice ${number}`),
      claim("kind", "gp-practice"),
      claim("identifier", { scheme: "ods-organisation", code: `X${number}`, from: "2001-01-01", to: null }),
      claim("address", {
        key: "main",
        lines: `${number} High Street`,
        town: "Carlisle",
        postcode: "CA2 7HY",
        lon: -2.9578,
        lat: 54.8965,
        precision: "postcode",
      }),
    ],
  };
}

/** Counts what is sent to the database, in place of a clock. */
function countingStatements() {
  let statements = 0;
  const counted = new Proxy(db, {
    get(target, property) {
      if (["insert", "update", "delete", "select", "selectDistinct", "execute"].includes(String(property)))
        statements += 1;
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { counted, statements: () => statements };
}

test("an edition that confirms five hundred places and changes one takes hardly more statements than one place", async () => {
  const { id: sourceId } = await makeSource(db);
  const context = {
    reason: "An edition",
    action: "record.changed",
    subject: { type: "batch", id: "test" },
  } as const;
  const save = async (drafts: RecordDraft[]) => {
    const { counted, statements } = countingStatements();
    await saveRecords(counted, systemActor("test"), drafts, context);
    return statements();
  };
  const made = Array.from({ length: 500 }, (_, index) => practice(index + 1, sourceId));
  await save(made);
  const before = await everything();
  const again = ({ recordType, recordId, claims }: RecordDraft, name?: string): RecordDraft => ({
    recordType,
    recordId,
    claims: claims.map((claim) => ({
      ...claim,
      confirmedOn: "2026-09-01",
      value: claim.field === "name" && name !== undefined ? name : claim.value,
    })),
  });
  const [first] = made;
  if (!first) throw new Error("there are five hundred");
  const one = await save([again(first)]);
  expect(await everything()).toEqual(before);
  const many = await save(
    made.map((draft, index) => again(draft, index === 41 ? "Renamed Practice" : undefined)),
  );
  expect(many).toBeLessThan(one + 20);

  // The one that changed is another version, and what it was is kept; nothing else was touched.
  const after = await everything();
  const renamed = after.rows.find(({ name }) => name === "Renamed Practice");
  expect(renamed).toMatchObject({ id: made[41]?.recordId, version: 2 });
  const others = ({ rows }: typeof after) => rows.filter(({ id }) => id !== renamed?.id);
  expect(others(after)).toEqual(others(before));
  expect([after.addresses, after.identifiers]).toEqual([before.addresses, before.identifiers]);
  const versions = await db
    .select({ id: recordVersions.recordId, version: recordVersions.version, was: recordVersions.snapshot })
    .from(recordVersions);
  expect(versions).toMatchObject([{ id: renamed?.id, version: 1, was: { name: "Practice 42" } }]);
});

async function everything() {
  return {
    rows: await db.select().from(places).orderBy(places.id),
    addresses: await db.select().from(placeAddresses).orderBy(placeAddresses.id),
    identifiers: await db.select().from(placeIdentifiers).orderBy(placeIdentifiers.code),
  };
}

test("five hundred places take hardly more statements than one, and each has an address of its own", async () => {
  const { id: sourceId } = await makeSource(db);
  const save = async (drafts: RecordDraft[]) => {
    const { counted, statements } = countingStatements();
    await saveRecords(counted, systemActor("test"), drafts, {
      reason: "A list",
      action: "record.published",
      subject: { type: "batch", id: "test" },
    });
    return statements();
  };
  const one = await save([practice(0, sourceId)]);
  const many = await save(Array.from({ length: 500 }, (_, index) => practice(index + 1, sourceId)));
  expect(many).toBeLessThan(one + 20);
  const [rows, addresses, identifiers] = await Promise.all([
    db.select({ slug: places.slug }).from(places),
    db.select({ number: count() }).from(placeAddresses),
    db.select({ number: count() }).from(placeIdentifiers),
  ]);
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(501);
  expect([addresses[0]?.number, identifiers[0]?.number]).toEqual([501, 501]);
  expect(rows.map(({ slug }) => slug)).toContain("practice-9-2");
});
