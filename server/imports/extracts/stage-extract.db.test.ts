import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { saveSetting } from "@/db/queries/settings";
import { placeIdentifiers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { zipOf } from "@/ingest/testing-zip";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import {
  extractCsv,
  extractFile,
  makeTrust,
  TRUST,
  type Treated,
} from "@/server/imports/extracts/testing-extract";
import { makeActor, versionOf } from "@/server/imports/testing";
import { readShareOfCare } from "@/server/pages/read-share-of-care";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";

const db = testDb();
let admin: CampaignerActor;
let moderator: CampaignerActor;
beforeEach(async () => {
  await makeTrust(db);
  admin = await makeActor(db, "admin");
  moderator = await makeActor(db, "moderator");
});

const CHISWICK: Treated = { code: "U6A5N", name: "ACES CHISWICK" };
const BECAUSE = "A file of a few codes, for a test";

const send = (month: string, content: string | Buffer, because = BECAUSE) =>
  stageEdition(db, admin, { register: "waiting-times", edition: month, because }, extractFile(content));
async function bring(month: string, period: string, treated: readonly Treated[]): Promise<string> {
  return (await send(month, extractCsv(period, [TRUST, ...treated]))).batchId;
}
async function approve(batchId: string, rule = "all"): Promise<void> {
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  await approveImport(db, moderator, { batchId, version: await versionOf(db, batchId), rule, warned: true });
}
const outcomes = async (batchId: string) => (await listRows(db, batchId)).map(({ outcome }) => outcome);

describe("an extract of the waiting times", () => {
  it("is brought as CSV or zip, once, and is approved by somebody else", async () => {
    const csv = extractCsv("May-2026", [TRUST, CHISWICK]);
    const zipped = await send("2026-05", zipOf({ "rtt.csv": csv }));
    expect(zipped.isAgain).toBe(false);
    expect(await send("2026-05", zipOf({ "rtt.csv": csv }))).toEqual({ ...zipped, isAgain: true });
    expect(await loadImport(db, admin, zipped.batchId)).toMatchObject({
      title: "Consultant-led referral to treatment waiting times, full extract, May 2026",
      counts: { rows: 1, new: 1, refused: 0 },
      override: { doubts: ["extract-short"], because: BECAUSE },
    });
    const seen = { batchId: zipped.batchId, version: await versionOf(db, zipped.batchId) };
    await submitImport(db, admin, seen);
    const next = { ...seen, version: await versionOf(db, seen.batchId), rule: "all", warned: true };
    await expect(approveImport(db, admin, next)).rejects.toMatchObject({ reason: "own-import" });
    await approveImport(db, moderator, next);
    expect(await db.select().from(services)).toMatchObject([{ name: "Eye care at ACES Chiswick" }]);
    // One that looks cut is no month's care.
    expect((await readShareOfCare(db)).period).toBe("2026-04");
    const undo = { ...seen, version: await versionOf(db, seen.batchId) };
    await undoImport(db, admin, undo);
    expect((await send("2026-05", zipOf({ "rtt.csv": csv }))).isAgain).toBe(false);
  });

  it("doubts services of codes that a newer one does not list, and no longer once they are back", async () => {
    await approve(await bring("2026-05", "May-2026", [CHISWICK]));
    const other = { code: "E6F9I", name: "ACES BRADFORD" };
    const june = await bring("2026-06", "June-2026", [other]);
    const gone = (await listRows(db, june)).find(({ outcome }) => outcome === "ended");
    expect(gone).toMatchObject({
      plan: {
        service: { name: "Eye care at ACES Chiswick" },
        changes: [
          {
            field: "may-have-ended",
            to: expect.stringMatching(/: Does not count patients under the code \S+ any more\./),
          },
        ],
      },
    });
    await approve(june);
    const ofChiswick = eq(services.name, "Eye care at ACES Chiswick");
    const state = async () => (await db.select().from(services).where(ofChiswick))[0];
    expect(await state()).toMatchObject({ status: "operating", mayHaveEnded: "no-longer-listed" });
    // The same again doubts nothing twice.
    expect(await outcomes(await bring("2026-07", "July-2026", [other]))).not.toContain("ended");

    const back = await bring("2026-08", "August-2026", [CHISWICK, other]);
    await approve(back);
    expect(await state()).toMatchObject({ mayHaveEnded: null, lastConfirmedOn: "2026-08-31" });
    await undoImport(db, admin, { batchId: back, version: await versionOf(db, back) });
    expect(await state()).toMatchObject({ mayHaveEnded: "no-longer-listed" });
  });

  it("that is older is taken with a reason only, and then doubts nothing", async () => {
    await approve(await bring("2026-06", "June-2026", [CHISWICK]));
    const may = extractCsv("May-2026", [TRUST, { code: "E6F9I", name: "ACES BRADFORD" }]);
    await expect(send("2026-05", may, "")).rejects.toMatchObject({
      fields: {
        published: { code: "edition-older", row: "2026-05", detail: "2026-06" },
        file: { code: "extract-short", row: "1", detail: expect.stringMatching(/^3\d\d$/) },
        because: "because-needed",
      },
    });
    const { batchId } = await send("2026-05", may);
    expect(await outcomes(batchId)).toEqual(["new"]);
  });

  it("is not written once a newer month was approved", async () => {
    const may = await bring("2026-05", "May-2026", [CHISWICK]);
    await submitImport(db, admin, { batchId: may, version: await versionOf(db, may) });
    await approve(await bring("2026-06", "June-2026", [CHISWICK]));
    const seen = { batchId: may, version: await versionOf(db, may) };
    await expect(approveImport(db, moderator, { ...seen, rule: "all", warned: true })).rejects.toMatchObject({
      what: "batch.edition-older",
    });
    await refuseImport(db, admin, { ...seen, reason: "The list of June is here" });
  });

  it("is previewed anew when the records have moved on, and corrected numbers of a month replace the first", async () => {
    const first = await bring("2026-05", "May-2026", [CHISWICK]);
    await submitImport(db, admin, { batchId: first, version: await versionOf(db, first) });
    await approve(await bring("2026-05", "May-2026", [{ ...CHISWICK, waiting: 61 }]));
    const seen = { batchId: first, version: await versionOf(db, first), rule: "all", warned: true };
    await expect(approveImport(db, moderator, seen)).rejects.toMatchObject({ what: "batch.preview-changed" });
    const [row] = await listRows(db, first);
    expect(row).toMatchObject({
      outcome: "changed",
      plan: {
        changes: [{ field: "waiting-times", kind: "changes", from: expect.stringMatching(/ 61 people/) }],
      },
    });
  });

  it("makes no service of a kind that is shown by area only", async () => {
    await saveSetting(db, AREA_ONLY_SETTING, ["eye-care"]);
    expect(await outcomes(await bring("2026-05", "May-2026", [CHISWICK]))).toEqual(["unchanged"]);
  });

  it("leaves a service alone that has ended", async () => {
    await approve(await bring("2026-05", "May-2026", [CHISWICK]));
    await db.update(services).set({ status: "ended" });
    const june = await bring("2026-06", "June-2026", [CHISWICK]);
    expect(await listRows(db, june)).toMatchObject([
      {
        outcome: "unchanged",
        warnings: [{ code: "service-ended-here", detail: "Eye care at ACES Chiswick" }],
      },
    ]);
  });
});

describe("what is no such extract is refused", () => {
  const MAY = extractCsv("May-2026", [TRUST, CHISWICK]);
  it.each([
    [
      "the month of the file is another",
      "2026-06",
      MAY,
      { published: { code: "extract-month", row: "2026-05", detail: "2026-06" } },
    ],
    ["no month", "2026", MAY, { published: "month" }],
    ["a month to come", "2099-01", MAY, { published: "date-not-yet" }],
    [
      "a cut zip",
      "2026-05",
      zipOf({ "a.csv": MAY }).subarray(0, 200),
      { file: { code: "zip-damaged", row: "", detail: "" } },
    ],
    [
      "a zip of two",
      "2026-05",
      zipOf({ "a.csv": MAY, "b.csv": MAY }),
      { file: { detail: expect.stringMatching(/more than one CSV/) } },
    ],
    [
      "a zip bomb",
      "2026-05",
      zipOf([{ name: "a.csv", content: MAY, claims: 3_000_000_000 }]),
      { file: { detail: expect.stringMatching(/too large/) } },
    ],
    [
      "a zip that lies",
      "2026-05",
      zipOf([{ name: "a.csv", content: `${MAY}${"\n".repeat(100_000)}`, claims: MAY.length }]),
      { file: { code: "zip-damaged", row: "", detail: "" } },
    ],
    [
      "a cut file",
      "2026-05",
      MAY.slice(0, -60),
      { file: { code: "register-layout", row: expect.stringMatching(/^\d+$/) } },
    ],
    [
      "a file cut at a line's end",
      "2026-05",
      MAY.split("\n").slice(0, -2).join("\n"),
      { file: { detail: expect.stringMatching(/do not come/) } },
    ],
    [
      "another register's file",
      "2026-05",
      "Practice Code,Contract Type\nA82019,GMS\n",
      { file: { detail: expect.stringMatching(/no column/) } },
    ],
    [
      "a file with a new specialty",
      "2026-05",
      MAY.replaceAll("C_130", "C_131"),
      { file: { detail: expect.stringMatching(/nobody has looked/) } },
    ],
    ["no text", "2026-05", Buffer.from("%PDF-1.7"), { file: { code: "not-a-table" } }],
    ["nothing", "2026-05", "", { file: { code: "empty" } }],
  ] as [string, string, string | Buffer, Record<string, unknown>][])(
    "%s",
    async (_, month, content, fields) => {
      await expect(send(month, content)).rejects.toMatchObject({ fields });
      expect(await db.select().from(batches)).toEqual([]);
    },
  );

  it("without a register of trusts, and from who may not bring it", async () => {
    const file = () => extractFile(MAY);
    await expect(
      stageEdition(db, moderator, { register: "waiting-times", edition: "2026-05" }, file()),
    ).rejects.toMatchObject({
      reason: "not-admin",
    });
    await db.delete(placeIdentifiers);
    await expect(
      stageEdition(db, admin, { register: "waiting-times", edition: "2026-05" }, file()),
    ).rejects.toMatchObject({
      fields: { file: { code: "no-trusts", row: "", detail: "" } },
    });
  });
});
