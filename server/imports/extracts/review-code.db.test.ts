import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeClaim, makeProvider, makeSource } from "@/db/factories";
import { findRow, listRows } from "@/db/queries/imports";
import { placeAddresses, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport, loadImportRow } from "@/server/imports/engine/load-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { extractShape } from "@/server/imports/extracts/filed-code";
import { reviewCode } from "@/server/imports/extracts/review-code";
import {
  extractCsv,
  extractFile,
  makeTrust,
  TRUST,
  type Treated,
} from "@/server/imports/extracts/testing-extract";
import { repairRow } from "@/server/imports/lists/repair-row";
import { importList, makeActor, stage, versionOf } from "@/server/imports/testing";

const db = testDb();
let admin: CampaignerActor;
let moderator: CampaignerActor;
beforeEach(async () => {
  await makeTrust(db);
  admin = await makeActor(db, "admin");
  moderator = await makeActor(db, "moderator");
});

const NEW: Treated = { code: "ZZ9ZZ", name: "SIGHT LTD - CARLISLE" };
const ANSWER: TypedAnswer = {
  "code-role": "site",
  provider: "Sight Ltd",
  "legal-form": "company",
  "site-name": "Sight Carlisle",
  town: "Carlisle",
  postcode: "ca1 1qs",
  "source-kind": "provider-page",
  "source-title": "Our clinics",
  "source-publisher": "Sight Ltd",
  "source-url": "https://sight.example/clinics",
  "source-date": "2026-05",
  says: "Lists its clinic in Botchergate.",
};

async function bring(month: string, period: string, treated: readonly Treated[] = [NEW]): Promise<string> {
  const sent = { register: "waiting-times", edition: month, because: "A file of a few codes, for a test" };
  const file = extractFile(extractCsv(period, [TRUST, ...treated]));
  return (await stageEdition(db, admin, sent, file)).batchId;
}
async function review(batchId: string, typed: TypedAnswer, decision = "", number = 1): Promise<void> {
  const version = await versionOf(db, batchId);
  await reviewCode(db, admin, { batchId, version, number, typed, decision });
}
async function approve(batchId: string): Promise<void> {
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  await approveImport(db, moderator, {
    batchId,
    version: await versionOf(db, batchId),
    rule: "all",
    warned: true,
  });
}
async function rowOf(batchId: string) {
  return loadImportRow(db, moderator, await loadImport(db, moderator, batchId), 1);
}
const undo = async (batchId: string) =>
  undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });

describe("a code that nobody has looked up", () => {
  it("is refused, looked up on the screen, approved with its evidence, and undone", async () => {
    const batchId = await bring("2026-05", "May-2026");
    expect(await findRow(db, batchId, 1)).toMatchObject({
      outcome: "refused",
      problems: [{ column: null, code: "code-not-reviewed", detail: NEW.name }],
    });

    const asked = await rowOf(batchId);
    expect(asked.decision).toBeNull();
    expect(asked.question).toMatchObject({
      isAsked: true,
      answer: {},
      filed: { code: "ZZ9ZZ", name: NEW.name, completed: 40, waiting: 60, specialties: ["Ophthalmology"] },
    });
    expect(await refusedCsv(db, admin, batchId)).toMatch(
      /^Name,Row,What to do\r?\nSIGHT LTD - CARLISLE \(ZZ9ZZ\),1,"?We have not looked up yet/,
    );

    await review(batchId, ANSWER);
    const row = await findRow(db, batchId, 1);
    expect((await rowOf(batchId)).question).toMatchObject({ isAsked: true, answer: ANSWER });
    expect(row).toMatchObject({
      outcome: "new",
      problems: [],
      warnings: [
        { code: "code-answered", detail: expect.stringContaining("Our clinics; Sight Ltd; 2026-05") },
      ],
      plan: { provider: { name: "Sight Ltd" }, service: { name: "SIGHT LTD - CARLISLE (ZZ9ZZ)" } },
    });
    const lines = row?.plan?.changes.map(({ field, to }) => `${field} ${to}`) ?? [];
    expect(lines).toEqual(
      expect.arrayContaining([
        "legal-form company",
        expect.stringMatching(/^address Carlisle, CA1 1QS, 54.89/),
        expect.stringMatching(
          /^waiting-times Eye care at Sight Carlisle: Counts 0 .* 40 without .* 60 people/,
        ),
        expect.stringMatching(/^paid-for-by Eye care at Sight Carlisle: NHS North East .* 40$/),
      ]),
    );

    await approve(batchId);
    const [service] = await db.select().from(services);
    expect(service).toMatchObject({ category: "eye-care", status: "operating", visibility: "published" });
    const [place] = await db
      .select()
      .from(places)
      .where(eq(places.id, service?.placeId ?? ""));
    expect(place).toMatchObject({ name: "Sight Carlisle", kind: "clinic" });
    const says = await db
      .select({ field: claims.field, says: claims.says, source: sources.title, on: claims.confirmedOn })
      .from(claims)
      .innerJoin(sources, eq(sources.id, claims.sourceId))
      .where(and(eq(claims.batchId, batchId), eq(sources.title, "Our clinics")));
    expect(says.map(({ field }) => field).sort()).toEqual(["address", "legal-form", "name", "provider"]);
    expect(says).toContainEqual({
      field: "legal-form",
      says: ANSWER.says,
      source: "Our clinics",
      on: "2026-05-01",
    });

    await undo(batchId);
    expect(await db.select().from(services).where(eq(services.visibility, "published"))).toEqual([]);
    expect(await db.select().from(providers).where(eq(providers.visibility, "published"))).toEqual([]);
    // It can come again, as the same addresses on the site.
    const again = await bring("2026-05", "May-2026");
    expect(again).not.toBe(batchId);
    await review(again, ANSWER);
    await approve(again);
    expect(await db.select().from(services).where(eq(services.visibility, "published"))).toMatchObject([
      { slug: service?.slug },
    ]);
  });

  it("keeps what was typed with every field that is wrong, and says which", async () => {
    const batchId = await bring("2026-05", "May-2026");
    const wrong = { ...ANSWER, postcode: "CA1 1ZX" };
    await review(batchId, wrong);
    const row = await findRow(db, batchId, 1);
    expect(row).toMatchObject({
      outcome: "refused",
      problems: [
        {
          column: "postcode",
          code: "postcode-unknown-near",
          detail: "CA1 1ZX",
          nearest: expect.stringMatching(/^CA1 1[A-Z]{2}, /),
        },
      ],
    });
    expect(row && extractShape.read(row.item).answer).toEqual(wrong);
    await review(batchId, { ...ANSWER, "legal-form": "", "source-date": "" });
    expect((await findRow(db, batchId, 1))?.problems).toMatchObject([
      { column: "source-date", code: "source-date" },
    ]);
    for (const [day, code] of [
      ["2099", "date-not-yet"],
      ["1066", "date-too-old"],
    ] as const) {
      await review(batchId, { ...ANSWER, "source-date": day });
      expect((await findRow(db, batchId, 1))?.problems).toEqual([
        { column: "source-date", code, detail: "" },
      ]);
    }
    await review(batchId, { ...ANSWER, "legal-form": "" });
    expect((await findRow(db, batchId, 1))?.problems).toMatchObject([
      { column: "legal-form", code: "legal-form-needed", detail: "Sight Ltd" },
    ]);
    await review(batchId, {});
    expect((await findRow(db, batchId, 1))?.problems).toMatchObject([{ code: "code-not-reviewed" }]);
    expect((await loadImport(db, admin, batchId)).counts).toMatchObject({ refused: 1, new: 0 });
  });

  it("is of an organisation that we have, whatever it is in law, unless somebody says it is not", async () => {
    const ours = await makeProvider(db, { name: "Sight", legalForm: "charity" });
    const { id: sourceId } = await makeSource(db);
    const record = { recordType: "provider" as const, recordId: ours.id, sourceId };
    await makeClaim(db, { ...record, field: "name", value: "Sight" });
    await makeClaim(db, { ...record, field: "legal-form", value: "charity" });
    const batchId = await bring("2026-05", "May-2026");
    await review(batchId, { ...ANSWER, "legal-form": "" });
    expect((await findRow(db, batchId, 1))?.plan?.provider).toEqual({ id: null, name: "Sight" });
    await approve(batchId);
    expect(await db.select().from(services)).toMatchObject([{ providerId: ours.id }]);
    expect(await db.select().from(providers)).toMatchObject([{ id: ours.id, legalForm: "charity" }]);
    await undo(batchId);

    const other = await bring("2026-05", "May-2026");
    await review(other, ANSWER, "new-provider");
    await approve(other);
    expect((await db.select().from(providers)).map(({ name }) => name).sort()).toEqual([
      "Sight",
      "Sight Ltd",
    ]);
  });

  it("of an organisation that is held back, or that could be several, is asked for", async () => {
    await makeProvider(db, { name: "Sight Ltd", visibility: "withheld" });
    const batchId = await bring("2026-05", "May-2026");
    await review(batchId, ANSWER);
    expect((await findRow(db, batchId, 1))?.problems).toMatchObject([
      { column: "provider", code: "held-back" },
    ]);
    await makeProvider(db, { name: "Sight plc" });
    await makeProvider(db, { name: "Sight CIC" });
    await review(batchId, { ...ANSWER, provider: "Sight" });
    expect((await findRow(db, batchId, 1))?.problems).toMatchObject([
      {
        column: "provider",
        code: "provider-which",
        detail: expect.stringMatching(/^Sight (plc; Sight CIC|CIC; Sight plc)$/),
      },
    ]);
  });

  it("of an NHS body makes no service", async () => {
    const company = { code: "YY9YY", name: "OTHER LTD" };
    const batchId = await bring("2026-05", "May-2026", [NEW, company]);
    await review(batchId, { ...ANSWER, provider: "Care at Sea", "legal-form": "nhs-body" }, "", 2);
    await review(batchId, { ...ANSWER, provider: "Other Ltd", "site-name": "Other Carlisle" }, "", 1);
    expect(await findRow(db, batchId, 2)).toMatchObject({ outcome: "unchanged" });
    await approve(batchId);
    expect(await db.select().from(providers)).toMatchObject([{ name: "Other Ltd" }]);
    expect(await db.select().from(services)).toHaveLength(1);
    // Both answers are known to the next extract.
    const june = await bring("2026-06", "June-2026", [NEW, company]);
    expect((await listRows(db, june)).map(({ outcome }) => outcome)).toEqual(["changed", "unchanged"]);
  });

  it("without a place is a fact of its organisation, and without a town a service that is not placed", async () => {
    const batchId = await bring("2026-05", "May-2026", [NEW, { code: "YY9YY", name: "SIGHT HQ" }]);
    const { "site-name": _, town: __, postcode: ___, ...office } = ANSWER;
    await review(batchId, { ...office, "code-role": "head-office" }, "", 1);
    await review(batchId, { ...office, "site-name": "Sight Northwards" }, "", 2);
    await approve(batchId);
    expect(await db.select().from(services)).toMatchObject([{ name: "Eye care at Sight Northwards" }]);
    expect(await db.select().from(placeAddresses).where(eq(placeAddresses.postcode, ""))).toMatchObject([
      { lat: null, town: "" },
    ]);
    const [provider] = await db.select().from(providers);
    const paid = await db
      .select()
      .from(claims)
      .where(and(eq(claims.recordId, provider?.id ?? ""), eq(claims.field, "paid-for-by")));
    expect(paid).toMatchObject([{ value: { month: "2026-05", completed: 40 } }]);
  });

  it("that has no patients is known from then on, and shows nothing", async () => {
    const batchId = await bring("2026-05", "May-2026", [{ ...NEW, completed: 0, waiting: 0 }]);
    await review(batchId, ANSWER);
    expect(await findRow(db, batchId, 1)).toMatchObject({
      outcome: "unchanged",
      warnings: [{ code: "code-answered" }, { code: "too-few-patients" }],
    });
  });

  it("is looked up by who brought the extract, in no other import, and of no code that is known", async () => {
    const batchId = await bring("2026-05", "May-2026", [NEW, { code: "U6A5N", name: "ACES CHISWICK" }]);
    const seen = { batchId, version: await versionOf(db, batchId), number: 2, typed: ANSWER, decision: "" };
    await expect(reviewCode(db, moderator, seen)).rejects.toMatchObject({ reason: "not-admin" });
    await expect(reviewCode(db, await makeActor(db, "admin"), seen)).rejects.toMatchObject({
      reason: "not-importer",
    });
    await expect(repairRow(db, admin, { ...seen, cells: {} })).rejects.toMatchObject({
      reason: "not-a-list",
    });
    await expect(reviewCode(db, admin, { ...seen, number: 9 })).rejects.toMatchObject({ code: "not-found" });
    await expect(reviewCode(db, admin, { ...seen, version: 99 })).rejects.toMatchObject({ code: "conflict" });
    // The reviewed table is not written over from a screen.
    const known = (await listRows(db, batchId)).find(({ plan }) => plan?.service.name.includes("U6A5N"));
    await review(batchId, ANSWER, "skip", known?.number);
    expect(await findRow(db, batchId, known?.number ?? 0)).toMatchObject({
      decision: "skip",
      plan: { provider: { name: expect.stringMatching(/^ACES/) } },
    });
    const list = await stage(db, admin, "Place,Kind of care,Provider\nX,GP,not named\n");
    const other = { ...seen, batchId: list, version: await versionOf(db, list) };
    await expect(reviewCode(db, admin, other)).rejects.toMatchObject({ reason: "not-a-list" });
    await expect(
      importList(db, "Place,Town,Kind of care,Provider\nX,Carlisle,GP,not named\n"),
    ).resolves.toBeTruthy();
  });
});
