import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import {
  makeArea,
  makePlace,
  makeProvider,
  makeRegisterEntry,
  makeService,
  makeSource,
} from "@/db/factories";
import { findCheck, findCoverage, listCoverage } from "@/db/queries/coverage";
import { batches, checks, placeIdentifiers, placeRegistrations } from "@/db/schema";
import { testDb } from "@/db/testing";
import { ukToday } from "@/domain/dates/partial-date";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

const db = testDb();
const ALL = DEFAULT_DEFINITION;
let areaId: string;
let sourceId: string;

beforeEach(async () => {
  areaId = (await makeArea(db, { kind: "icb" })).id;
  sourceId = (await makeSource(db)).id;
});

let number = 0;
async function practice(given: Parameters<typeof makePlace>[1] = {}, isInRegister = true) {
  number += 1;
  const odsCode = isInRegister ? `T${number}` : undefined;
  return (await makePlace(db, { kind: "gp-practice", ...given }, { areaIds: [areaId], odsCode })).id;
}
const check = (
  placeId: string,
  result: "not-outsourced" | "unclear",
  checkedOn: string,
  dueAgainOn: string,
) =>
  db.insert(checks).values({
    placeId,
    result,
    checkedOn,
    dueAgainOn,
    proof: "register-holder",
    sourceId,
    recordedBy: "test",
  });
const practices = async (definition: Definition = ALL) =>
  (await findCoverage(db, areaId, definition)).find(({ kind }) => kind === "gp-practice");

test("counts what registers list, what was looked at, and what is outsourced", async () => {
  const [outsourced, checked, unclear, due] = [
    await practice(),
    await practice(),
    await practice(),
    await practice(),
  ];
  await practice({}, false); // no register lists it
  await practice({ visibility: "withheld" });
  await makeService(db, { placeId: outsourced });
  await makeService(db, { placeId: outsourced });
  await check(checked, "not-outsourced", "2026-06-01", "2999-06-01");
  await check(unclear, "unclear", "2026-06-01", "2999-06-01");
  await check(due, "not-outsourced", "2020-01-01", "2021-01-01");
  expect(await practices()).toMatchObject({ known: 4, checked: 2, outsourced: 1 });
});

test("a place whose one service has little or no activity was looked at, and is not outsourced", async () => {
  await makeService(db, { placeId: await practice(), quietIn: "2026-04" });
  expect(await practices()).toMatchObject({ known: 1, checked: 1, outsourced: 0 });
});

test("a practice is answered by its latest registration, by whose form and owners; a doubt is no answer", async () => {
  const owned = await makeProvider(db, { ownerClass: "nhs" });
  const notChecked = await makeProvider(db, {});
  const registered = async (
    given: Partial<typeof placeRegistrations.$inferInsert>,
    at = practice(),
  ): Promise<string> => {
    const placeId = await at;
    number += 1;
    await db.insert(placeRegistrations).values({
      placeId,
      locationId: `1-${number}`,
      form: "organisation",
      registeredOn: "2017-09-20",
      since: "2017-09-20",
      isLatest: true,
      doubts: [],
      confirmedOn: "2024-10-16",
      ...given,
    });
    return placeId;
  };
  await registered({ form: "partnership" });
  await registered({ form: "individual", confirmedOn: ukToday() });
  await registered({ providerId: owned.id });
  const found = await registered({ providerId: notChecked.id });
  await registered({ providerId: notChecked.id });
  await registered({ form: "partnership", isLatest: false });
  await registered({ providerId: notChecked.id, doubts: ["name-does-not-fit"] });
  await registered({ form: "not-given" });
  await registered({ form: "partnership" }, practice({ kind: "hospital" }));
  const counts = { known: 8, checked: 5, outsourced: 0, listOn: ukToday() };
  expect(await practices()).toMatchObject({ ...counts, confirmed: 1, ownersNotChecked: 2 });
  // A source that says who runs it has looked further than the register.
  await makeService(db, { placeId: found, lastConfirmedOn: "2020-03-01" });
  expect(await practices()).toMatchObject({ ...counts, outsourced: 1, confirmed: 1, ownersNotChecked: 1 });
});

test("hospitals: run from outside, the NHS's with a service of others, the NHS's with none, and not known, apart", async () => {
  const operator = (isNhs: boolean) => ({
    isNhs,
    organisations: [{ code: "X", name: "X" }],
    on: "2020-11-01",
  });
  const hospital = (of: Parameters<typeof makePlace>[1]) => practice({ kind: "hospital", ...of });
  const [ofOthers, withClinic] = [
    await hospital({ operator: operator(false) }),
    await hospital({ operator: operator(true) }),
  ];
  await hospital({ operator: operator(true) });
  await hospital({ operator: operator(false) });
  await hospital({});
  await makeService(db, { placeId: ofOthers });
  await makeService(db, { placeId: withClinic });
  const [line] = await findCoverage(db, areaId, ALL);
  expect(line).toMatchObject({ known: 5, checked: 4, outsourced: 1, nhsWithServices: 1, nhsNoneFound: 1 });
});

test("an entry that ended lists no place any more; one that ends later, or beside an open one, does", async () => {
  const entry = async (validTo: string | null, placeId?: string) => {
    const at = placeId ?? (await practice({}, false));
    number += 1;
    await makeRegisterEntry(db, { placeId: at, code: `T${number}`, validTo });
    return at;
  };
  const ended = await entry("2025-04-30");
  await makeService(db, { placeId: ended });
  expect(await practices()).toBeUndefined();
  await entry("2999-04-30");
  await entry(null);
  await entry(null, await entry("2025-04-30"));
  expect(await practices()).toMatchObject({ known: 3, checked: 0, outsourced: 0 });
});

test("a code that no register gives makes its place none of a register: a list's, a report's, the waiting times'", async () => {
  const entry = async (
    source: Parameters<typeof makeRegisterEntry>[2],
    claim?: Parameters<typeof makeRegisterEntry>[3],
  ) => {
    number += 1;
    await makeRegisterEntry(db, { placeId: await practice({}, false), code: `T${number}` }, source, claim);
  };
  const batch = {
    title: "A list",
    importedBy: "test",
    contentHash: "a",
    counts: {},
    format: "campaign-list",
  };
  const [list] = await db
    .insert(batches)
    .values({ ...batch, state: "approved" })
    .returning();
  await entry({ kind: "news", sourceKey: null });
  // What cites a register, or calls itself one, is not one.
  await entry({ kind: "register", sourceKey: null });
  await entry({}, { batchId: list?.id });
  await entry({}, { reportId: randomUUID() });
  await entry({ kind: "official-statistics", sourceKey: "waiting-times/extract/2026-05" });
  await db
    .insert(placeIdentifiers)
    .values({ placeId: await practice({}, false), scheme: "ods-organisation", code: "ZZX99" });
  expect(await practices()).toBeUndefined();
  await entry({ kind: "register", sourceKey: "register/gp-practices/2026-11" });
  expect(await practices()).toMatchObject({ known: 1 });
});

test("a register that stopped listing a place lists it no more, nor does a branch's entry; that of a merged place does", async () => {
  const entry = async (placeId: string, given: Partial<typeof placeIdentifiers.$inferInsert>) => {
    number += 1;
    await makeRegisterEntry(db, { placeId, code: `T${number}`, ...given });
  };
  const [dropped, branch, merged] = [
    await practice({}, false),
    await practice({}, false),
    await practice({}, false),
  ];
  await entry(dropped, { isListed: false });
  await entry(branch, { scheme: "ods-branch" });
  await entry(branch, { validTo: "2025-04-30" });
  expect(await practices()).toBeUndefined();
  await practice({ visibility: "merged", mergedInto: merged });
  expect(await practices()).toMatchObject({ known: 1 });
});

test("the newest check of a place speaks, as on its page, and a merged place's checks are its own", async () => {
  const [place, other] = [await practice(), await practice()];
  await check(place, "not-outsourced", "2026-03-01", "2999-03-01");
  await check(place, "unclear", "2026-06-01", "2999-06-01");
  const twin = await practice({ visibility: "merged", mergedInto: other });
  await check(twin, "not-outsourced", "2026-03-01", "2999-03-01");
  expect(await practices()).toMatchObject({ known: 2, checked: 1, outsourced: 0 });
});

test("a practice that its own GPs or the NHS hold was looked at, for a year from the day that a source says so", async () => {
  const gps = await makeProvider(db, { legalForm: "gp-partnership" });
  const trust = await makeProvider(db, { legalForm: "nhs-body" });
  const held = (given: Parameters<typeof makeService>[1], kind: "gp-practice" | "hospital" = "gp-practice") =>
    practice({ kind }).then((placeId) =>
      makeService(db, {
        placeId,
        category: "gp-practice",
        providerId: gps.id,
        lastConfirmedOn: ukToday(),
        ...given,
      }),
    );
  await held({});
  await held({ providerId: trust.id });
  await held({ providerId: null, providerKind: "gp-partnership" });
  await held({ lastConfirmedOn: "2020-03-01" });
  await held({ category: "eye-care" });
  await held({ status: "ended" });
  await held({}, "hospital");
  expect(await practices()).toMatchObject({ known: 6, checked: 3, outsourced: 0 });
});

test.each([
  ["planned", { status: "planned" }],
  ["ended", { status: "ended" }],
  ["withheld", { visibility: "withheld" }],
  ["shown by area only", { visibility: "area-only" }],
] as const)("a service that is %s does not make its place one we have looked at", async (_, given) => {
  await makeService(db, { placeId: await practice(), ...given });
  expect(await practices()).toMatchObject({ known: 1, checked: 0, outsourced: 0 });
});

test("follows the definition, and the merges of places and providers", async () => {
  const charity = await makeProvider(db, { legalForm: "charity" });
  const merged = await makeProvider(db, {
    visibility: "merged",
    mergedInto: charity.id,
    legalForm: "company",
  });
  const place = await practice();
  const twin = await practice({ visibility: "merged", mergedInto: place });
  await makeService(db, { placeId: twin, providerId: merged.id });
  expect(await practices()).toMatchObject({ known: 1, outsourced: 1 });
  // Looked at, and not by a company.
  expect(await practices("companies-by-type")).toMatchObject({ known: 1, checked: 1, outsourced: 0 });
});

test("lists every area of the kinds asked for, those without anything too", async () => {
  const empty = await makeArea(db, { kind: "icb" });
  await makeArea(db, { kind: "council" });
  await practice();
  const listed = await listCoverage(db, ["icb"], ALL);
  expect(new Map(listed.map(({ area, kinds }) => [area.id, kinds.length]))).toEqual(
    new Map([
      [areaId, 1],
      [empty.id, 0],
    ]),
  );
});

test("the newest check of a place is the one that speaks", async () => {
  const place = await practice();
  expect(await findCheck(db, place)).toBeNull();
  await check(place, "unclear", "2026-06-01", "2027-06-01");
  await check(place, "not-outsourced", "2026-01-01", "2027-01-01");
  expect(await findCheck(db, place)).toEqual({
    result: "unclear",
    checkedOn: "2026-06-01",
    dueAgainOn: "2027-06-01",
  });
});
