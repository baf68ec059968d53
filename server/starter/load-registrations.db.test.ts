import { brotliCompressSync, constants } from "node:zlib";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeSource } from "@/db/factories";
import { listRegistrations } from "@/db/queries/registrations";
import { encodePlaces, readPlaceTable } from "@/db/reference/place-table";
import type { RegisteredOrganisations } from "@/db/reference/registered-organisations";
import { encodeRegistrations, unpackRegistrations } from "@/db/reference/registration-table";
import { batches, claims, placeRegistrations, places, providers, services } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { registeredAnswerOf } from "@/domain/registrations/registered";
import { saveRecords } from "@/server/records/save-records";
import { loadRegistrations } from "@/server/starter/load-registrations";
import { STARTER } from "@/server/starter/testing-shipped";
import { loadRegisters } from "./load-registers";

/** The starter services with the two practices of Carlisle and a few others; loaded once, in the order of the tests. */
const CODES = ["A82015", "A82019", "B81017", "G85114", "A81001", "J84017", "P82613"];
const table = unpackRegistrations();
const few = { ...table, registrations: table.registrations.filter(({ code }) => CODES.includes(code)) };
const SSP = "1-2243873064";
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const packed = brotliCompressSync(encodeRegistrations(few), quick);

const review = (organisations: RegisteredOrganisations["organisations"] = {}): string =>
  JSON.stringify({
    sources: {
      paper: { kind: "news", publisher: "A paper", title: "Who owns it", url: null, date: "2024-05-02" },
    },
    takeovers: {},
    organisations,
  });
const sspIs = (ownerClass: "others" | "nhs") => ({
  [SSP]: {
    name: "SSP Health GPMS Ltd",
    practices: 20,
    ownerClass,
    ownerEvidence: { source: "paper", says: "Says who owns it." },
  },
});

let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 120_000, filling: STARTER });
  db = own.db;
  const { ended, editions, places: all } = readPlaceTable();
  const listed = all.filter(({ key }) => CODES.some((code) => key.endsWith(code)));
  await loadRegisters(db, brotliCompressSync(encodePlaces({ ended, editions, places: listed }), quick));
}, 120_000);
afterAll(() => own.close());

async function at(code: string) {
  const [row] = await db
    .select({ id: places.id, slug: places.slug, version: places.version })
    .from(places)
    .where(
      sql`exists (select 1 from place_identifiers entry where entry.place_id = ${places.id} and entry.code = ${code})`,
    );
  if (!row) throw new Error(`no place has the code ${code}`);
  return row;
}
async function runsAt(code: string) {
  const { id } = await at(code);
  return (await listRegistrations(db, [id])).get(id) ?? [];
}
const practiceServices = () =>
  db
    .select({
      slug: services.slug,
      provider: providers.name,
      since: services.startedOn,
      confirmed: services.lastConfirmedOn,
    })
    .from(services)
    .leftJoin(providers, eq(providers.id, services.providerId))
    .where(eq(services.category, "gp-practice"))
    .orderBy(asc(services.slug));

test("who is registered stands at each practice, and makes no pin of what nobody has looked up", async () => {
  const before = await practiceServices();
  const { version } = await at("A81001");
  expect(await loadRegistrations(db, packed, review())).toBe(true);
  expect(await practiceServices()).toEqual(before);
  expect((await at("A81001")).version).toBe(version + 1);

  expect(registeredAnswerOf(await runsAt("A82015"))).toEqual({
    kind: "not-checked",
    form: "organisation",
    holder: "SSP Health GPMS Ltd",
    since: "2017-09-20",
    confirmedOn: "2024-10-16",
    doubts: [],
  });
  expect((await runsAt("A82015")).map(({ form, since, endedOn }) => [form, since, endedOn])).toEqual([
    ["organisation", "2017-09-20", null],
    ["individual", "2013-04-01", "2017-09-20"],
  ]);
  // Of the entry that ended too: its registrations are its history.
  expect(registeredAnswerOf(await runsAt("A82019"))).toMatchObject({ since: "2020-09-24" });
});

test("what is doubtful is a lead with its reasons, and an answer elsewhere", async () => {
  expect(registeredAnswerOf(await runsAt("G85114"))).toMatchObject({
    kind: "doubt",
    doubts: ["company-dissolved-before"],
  });
  expect(registeredAnswerOf(await runsAt("J84017"))).toMatchObject({
    kind: "doubt",
    doubts: ["name-names-another"],
  });
});

test("the same table again changes nothing, and is one batch", async () => {
  expect(await loadRegistrations(db, packed, review())).toBe(false);
  const loads = await db.select().from(batches).where(sql`${batches.title} like 'Who is registered%'`);
  expect(loads).toHaveLength(1);
});

test("an older edition after a newer one makes no service of what the newer has otherwise", async () => {
  const { id: recordId } = await at("P82613");
  const source = await makeSource(db, { kind: "register", publishedOn: "2026-10-01" });
  const claim = {
    field: "registration" as const,
    value: { key: "1-999999", form: "partnership", registeredOn: "2025-05-01" },
    sourceId: source.id,
    says: "Lists a partnership as registered to provide care here on 1 May 2025 (location 1-999999).",
    confirmedOn: "2026-10-01",
  };
  await saveRecords(db, systemActor("test"), [{ recordType: "place", recordId, claims: [claim] }], {
    reason: "A newer edition",
    action: "record.published",
    subject: { type: "place", id: recordId },
  });
  const before = await practiceServices();
  expect(await loadRegistrations(db, packed, review(sspIs("others")))).toBe(true);
  expect((await practiceServices()).map(({ slug }) => slug)).toEqual(before.map(({ slug }) => slug));
  expect(registeredAnswerOf(await runsAt("P82613"))).toMatchObject({
    form: "partnership",
    since: "2025-05-01",
  });
});

test("an organisation that a source calls outside the NHS runs services since the first day of its run", async () => {
  // Loaded by the test before.
  expect(await loadRegistrations(db, packed, review(sspIs("others")))).toBe(false);
  // The two of Carlisle that are there become one with theirs; nothing is written twice.
  expect(await practiceServices()).toEqual([
    {
      slug: "gp-practice-at-fusehill-medical-practice",
      provider: "SSP Health GPMS Ltd",
      since: "2020-09-24",
      confirmed: "2024-10-16",
    },
    {
      slug: "gp-practice-at-warwick-road-surgery",
      provider: "SSP Health GPMS Ltd",
      since: "2017-09-20",
      confirmed: "2024-10-16",
    },
  ]);
  expect(registeredAnswerOf(await runsAt("A82015"))).toMatchObject({ kind: "others" });
  const twice = await db.execute(
    sql`select 1 from claims where field = 'registration' group by record_id, value having count(*) > 1`,
  );
  expect(twice).toHaveLength(0);
});

test("no name of a partnership or a person is stored: nothing but the form, the day and the location", async () => {
  const rows = await db
    .select({ value: claims.value, says: claims.says })
    .from(claims)
    .where(and(eq(claims.field, "registration"), sql`${claims.value}->>'form' <> 'organisation'`));
  expect(rows.length).toBeGreaterThan(3);
  for (const { value, says } of rows) {
    expect(Object.keys(value as object).sort()).toEqual(["form", "key", "registeredOn"]);
    expect(says).toMatch(
      /^Lists (?:a partnership|one person|an NHS body|somebody whose form is not given) as registered to provide care here on \d+ \w+ \d{4} \(location [A-Z0-9-]+\)\.$/,
    );
  }
  const named = await db.select().from(placeRegistrations).where(isNull(placeRegistrations.providerId));
  expect(named.every(({ form }) => form !== "organisation")).toBe(true);
});
