import { brotliCompressSync, constants } from "node:zlib";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeProvider, makeSource } from "@/db/factories";
import { listRegistrations } from "@/db/queries/registrations";
import { encodePlaces, readPlaceTable } from "@/db/reference/place-table";
import type { RegisteredOrganisations } from "@/db/reference/registered-organisations";
import { encodeRegistrations, unpackRegistrations } from "@/db/reference/registration-table";
import { batches, claims, placeRegistrations, places, providers, services } from "@/db/schema";
import { starterId } from "@/db/seed/starter/starter-id";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { registeredAnswerOf } from "@/domain/registrations/registered";
import { saveRecords } from "@/server/records/save-records";
import { loadRegistrations } from "@/server/starter/load-registrations";
import { STARTER } from "@/server/starter/testing-shipped";
import { joinOrganisations } from "./join-organisations";
import { loadRegisters } from "./load-registers";

/** The starter services with the two practices of Carlisle and a few others; loaded once, in the order of the tests. */
const CODES = [
  "A82015",
  "A82019",
  "B81017",
  "G85114",
  "A81001",
  "J84017",
  "P82613",
  "C88050",
  "D81017",
  "N83608",
  "F86026",
  "N82004",
];
const table = unpackRegistrations();
const few = { ...table, registrations: table.registrations.filter(({ code }) => CODES.includes(code)) };
const SSP = "1-2243873064";
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const SOCIETY = "1-199805741";
/** As to a version without that form: the type that the list gives a registered society does not tell what it is. */
const companies = few.companies.map((one) =>
  one.type === "registered-society" ? { ...one, type: "royal-charter" as const } : one,
);
const packed = brotliCompressSync(encodeRegistrations({ ...few, companies }), quick);
const told = brotliCompressSync(encodeRegistrations(few), quick);

const review = (organisations: RegisteredOrganisations["organisations"] = {}): string =>
  JSON.stringify({
    sources: {
      paper: { kind: "news", publisher: "A paper", title: "Who owns it", url: null, date: "2024-05-02" },
    },
    takeovers: {},
    otherForms: { D81017: { source: "paper", says: "Counts four partners." } },
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
    companyNumber: "09644619",
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
  // Jaunty Springs: the copy has the number of a company of November 2021 at a registration of April 2013.
  expect(registeredAnswerOf(await runsAt("C88050"))).toMatchObject({
    kind: "doubt",
    doubts: ["company-made-since"],
  });
  // Mill Road Surgery: the copy has one person, the regulator's report of the same registration four partners.
  expect(registeredAnswerOf(await runsAt("D81017"))).toMatchObject({
    kind: "doubt",
    form: "individual",
    doubts: ["other-form-reported"],
  });
});

const named = (name: string) =>
  db
    .select({ id: providers.id, number: providers.companiesHouseNumber, mergedInto: providers.mergedInto })
    .from(providers)
    .where(sql`${providers.name} ilike ${name}`);

test("one company is one organisation, though the register left its number out once", async () => {
  expect(await named("Dr Maassarani%")).toMatchObject([{ number: "07629051", mergedInto: null }]);
  expect((await runsAt("N83608")).map(({ since, provider }) => [since, provider?.name])).toEqual([
    ["2013-04-01", "Dr Maassarani & Partners Ltd"],
  ]);
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

test("an organisation that stood without a form gains it with its services, and keeps one that somebody gave it", async () => {
  const others = {
    ...sspIs("others"),
    [SOCIETY]: { ...sspIs("others")[SSP], name: "Primary Care 24 (Merseyside) Limited", practices: 9 },
  };
  const before = await practiceServices();
  const society = async () => {
    const [row] = await db
      .select({ id: providers.id, form: providers.legalForm })
      .from(providers)
      .where(eq(providers.companiesHouseNumber, "IP29958R"));
    return row;
  };
  expect(await loadRegistrations(db, packed, review(others))).toBe(true);
  expect(await society()).toMatchObject({ form: null });
  expect(await practiceServices()).toEqual(before);

  expect(await loadRegistrations(db, told, review(others))).toBe(true);
  expect(await society()).toMatchObject({ form: "registered-society" });
  const gained = (await practiceServices()).filter(
    ({ slug }) => !before.some((service) => service.slug === slug),
  );
  expect(gained).toMatchObject([
    { provider: "Primary Care 24 (Merseyside) Limited", confirmed: "2024-10-16" },
  ]);

  const { id: sourceId } = await makeSource(db, { kind: "register", publishedOn: "2026-11-01" });
  const recordId = (await society())?.id ?? "";
  const claim = {
    field: "legal-form" as const,
    value: "community-benefit-society",
    sourceId,
    says: "Lists it.",
    confirmedOn: "2026-11-01",
  };
  const subject = { type: "provider" as const, id: recordId };
  await saveRecords(db, systemActor("test"), [{ recordType: "provider", recordId, claims: [claim] }], {
    reason: "Looked up",
    action: "record.published",
    subject,
  });
  const again = review({ ...others, "1-00": { name: "Somebody Ltd", practices: 1, ownerClass: null } });
  expect(await loadRegistrations(db, told, again)).toBe(true);
  expect(await society()).toMatchObject({ form: "community-benefit-society" });
});

test("what an earlier load made two of is one: of the company's number, and of the name that others file it under", async () => {
  // As earlier versions left them: a second organisation by the regulator's number, and one that waiting times name.
  const twin = await makeProvider(db, {
    id: starterId("provider/cqc/1-199779623"),
    name: "Dr Maassarani & Partners Ltd",
  });
  const filed = await makeProvider(db, { name: "Omnes Healthcare" });
  const { id: sourceId } = await makeSource(db);
  const name = {
    field: "name" as const,
    value: filed.name,
    sourceId,
    says: "Files it.",
    confirmedOn: "2024-01-01",
  };
  await saveRecords(
    db,
    systemActor("test"),
    [{ recordType: "provider", recordId: filed.id, claims: [name] }],
    {
      reason: "Waiting times",
      action: "record.published",
      subject: { type: "provider", id: filed.id },
    },
  );
  const other = await makeProvider(db, { name: "Omnes Healthcare plc", companiesHouseNumber: "00000001" });
  const later = { ...sspIs("others"), "1-0": { name: "Nobody Ltd", practices: 1, ownerClass: null } };
  expect(await loadRegistrations(db, packed, review(later))).toBe(true);

  const [company] = await named("Dr Maassarani%").then((all) => all.filter(({ id }) => id !== twin.id));
  expect(await named("Dr Maassarani%")).toContainEqual({ ...twinOf(twin), mergedInto: company?.id });
  expect(await named("Omnes Healthcare%")).toEqual(
    expect.arrayContaining([
      { id: filed.id, number: "07751362", mergedInto: null },
      { id: starterId("provider/cqc/07751362"), number: "07751362", mergedInto: filed.id },
      { id: other.id, number: "00000001", mergedInto: null },
    ]),
  );
  const run = (await runsAt("F86026")).find(({ form }) => form === "organisation");
  expect(run?.provider?.name).toBe("Omnes Healthcare");
  // Nothing more is to be joined, and nothing is written twice.
  expect(await joinOrganisations(db, few.registrations)).toEqual([]);
});

const twinOf = ({ id }: { id: string }) => ({ id, number: null });

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
