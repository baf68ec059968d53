import { existsSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { makePlace } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { countPublications } from "@/db/queries/publications";
import { readLeadTable } from "@/db/reference/place-table";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { makeActor, versionOf } from "@/server/imports/testing";
import { leadsInForce } from "@/server/registers/leads-in-force";
import { loadLeads } from "@/server/registers/load-leads";

const db = testDb();
let admin: CampaignerActor;
let moderator: CampaignerActor;
beforeEach(async () => {
  admin = await makeActor(db, "admin");
  moderator = await makeActor(db, "moderator");
});

const HEADER = "Practice Code,Practice Name,Practice Postcode,Practice Close Date,Contract Type";
const row = (code: string, contract: string, name = "A PRACTICE") => `${code},${name},CA1 2HE,,${contract}`;
const shipped = readLeadTable().leads;
const [first, second] = shipped.map(({ code }) => code) as [string, string];
/** The whole list of today, without some of it, and with more. */
const file = (more: readonly string[], without: readonly string[] = []) => [
  HEADER,
  ...shipped.flatMap(({ code }) => (without.includes(code) ? [] : row(code, "APMS"))),
  ...more,
];

const send = (year: string, content: readonly string[] | Buffer, because = "") =>
  stageEdition(
    db,
    admin,
    { register: "gp-payments", edition: year, because },
    {
      name: "payments.csv",
      bytes: (async function* () {
        yield Buffer.isBuffer(content) ? content : Buffer.from(`${content.join("\n")}\n`);
      })(),
    },
  );
async function approve(batchId: string, rule = "all"): Promise<void> {
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  await approveImport(db, moderator, { batchId, version: await versionOf(db, batchId), rule, warned: true });
}
const leads = async () => {
  const { year, leads: list } = await leadsInForce(db);
  return { year, codes: list.map(({ code }) => code).sort() };
};

describe("a payments file", () => {
  it("becomes the list of practices to look at once it is approved, and no longer once it is undone", async () => {
    await makePlace(db, { kind: "gp-practice", name: "New Surgery" }, { odsCode: "Z99001" });
    const before = await leads();
    const lines = file([row("Z99001", "APMS"), row(first, "PMS"), row("Z99002", "GMS")], [first, second]);
    const { batchId } = await send("2023-24", lines);
    expect(await loadImport(db, admin, batchId)).toMatchObject({
      title: "NHS Payments to General Practice, England, 2023/24",
      counts: { rows: 237, new: 1, changed: 2, unchanged: 234, refused: 0, warnings: 2 },
    });
    const rows = (await listRows(db, batchId)).filter(({ outcome }) => outcome !== "unchanged");
    expect(rows).toMatchObject([
      { outcome: "new", plan: { changes: [{ field: "type", kind: "sets", to: "APMS" }] } },
      {
        outcome: "changed",
        warnings: [{ code: "no-longer-apms", detail: "PMS" }],
        plan: { changes: [{ field: "type", kind: "changes", from: "APMS", to: "PMS" }] },
      },
      { outcome: "changed", warnings: [{ code: "not-in-payments" }], plan: { changes: [] } },
    ]);
    expect(await leads()).toEqual(before);

    const published = await countPublications(db);
    await approve(batchId);
    const now = await leads();
    expect(now.year).toBe("2023-24");
    expect(now.codes).toHaveLength(234);
    expect(now.codes).toContain("Z99001");
    expect([first, second].some((code) => now.codes.includes(code))).toBe(false);
    // The list is for campaigners: no public page says anything of it.
    expect(await countPublications(db)).toBe(published);
    const page = await loadLeads(db, admin, "");
    expect(page).toMatchObject({
      year: "2023-24",
      total: 234,
      source: { title: "NHS Payments to General Practice, England, 2023/24", publisher: "NHS England" },
    });
    expect(page.leads).toMatchObject([{ code: "Z99001", place: { name: "New Surgery" } }]);

    expect(await send("2023-24", lines)).toEqual({ batchId, isAgain: true });
    await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
    expect(await leads()).toEqual(before);
    expect((await send("2023-24", lines)).isAgain).toBe(false);
  });

  it("leaves what an approval leaves out as it was", async () => {
    await makePlace(db, { kind: "gp-practice" }, { odsCode: "Z99001" });
    const { batchId } = await send("2023-24", file([row("Z99001", "APMS")], [first]));
    await approve(batchId, "only-new");
    const { codes } = await leads();
    expect(codes).toHaveLength(236);
    expect(codes).toContain(first);
  });

  it("refuses rows of practices that nobody knows, or that cannot be read, and takes the others", async () => {
    await makePlace(db, { kind: "gp-practice" }, { odsCode: "Z99001" });
    const odd = [
      row("Z99001", "APMS"),
      row("Z99009", "APMS", "NOWHERE"),
      row("12345", "APMS"),
      row("Z99003", "X"),
    ];
    const { batchId } = await send("2023-24", file([...odd, row("Z99001", "APMS")]));
    const refused = (await listRows(db, batchId)).filter(({ outcome }) => outcome === "refused");
    expect(refused.map(({ problems }) => problems[0])).toEqual([
      { column: null, code: "practice-unknown", detail: "Z99009" },
      {
        column: null,
        code: "payment-row",
        detail: '239, Practice Code: "12345" is not the code of a practice',
      },
      { column: null, code: "payment-row", detail: '240, Contract Type: "X" is not a contract type' },
      { column: null, code: "payment-row", detail: '241, Practice Code: "Z99001" is there twice' },
    ]);
    await approve(batchId);
    expect((await leads()).codes).toHaveLength(236);
  });

  it("that is older needs a reason, and is not written once a newer one was approved", async () => {
    await makePlace(db, { kind: "gp-practice" }, { odsCode: "Z99001" });
    await expect(send("2021-22", file([]))).rejects.toMatchObject({
      fields: {
        published: { code: "edition-older", row: "2021-22", detail: "2022-23" },
        because: "because-needed",
      },
    });
    const { batchId } = await send("2023-24", file([row("Z99001", "APMS")]));
    await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
    await approve((await send("2024-25", file([row("Z99001", "APMS")], [first]))).batchId);
    const seen = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
    await expect(approveImport(db, moderator, seen)).rejects.toMatchObject({ what: "batch.edition-older" });
  });

  it("is previewed anew when the list has changed since", async () => {
    await makePlace(db, { kind: "gp-practice" }, { odsCode: "Z99001" });
    const { batchId } = await send("2023-24", file([row("Z99001", "APMS")], [first]));
    await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
    await approve((await send("2023-24", file([row("Z99001", "APMS")]))).batchId);
    const seen = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
    await expect(approveImport(db, moderator, seen)).rejects.toMatchObject({ what: "batch.preview-changed" });
    expect((await loadImport(db, admin, batchId)).counts).toMatchObject({ new: 0, changed: 1 });
  });

  it.each([
    [
      "another register's file",
      "2023-24",
      Buffer.from("a,b,c\n1,2,3\n"),
      { file: { detail: expect.stringMatching(/no column/) } },
    ],
    [
      "a file without a practice",
      "2023-24",
      [HEADER],
      { file: { detail: expect.stringMatching(/no row of it/) } },
    ],
    [
      "a file cut within quotes",
      "2023-24",
      [HEADER, '"Z99001,A'],
      { file: { code: expect.stringMatching(/register-(layout|mismatch)/) } },
    ],
    ["no text", "2023-24", Buffer.from("a\u0000"), { file: { code: "not-a-table" } }],
    ["nothing", "2023-24", Buffer.from(""), { file: { code: "empty" } }],
    ["a year that is none", "2023", [HEADER], { published: "financial-year" }],
    ["a year that is not over", "2098-99", [HEADER], { published: "date-not-yet" }],
  ] as [string, string, string[] | Buffer, Record<string, unknown>][])(
    "refuses %s",
    async (_, year, content, fields) => {
      await expect(send(year, content)).rejects.toMatchObject({ fields });
      expect(await db.select().from(batches)).toEqual([]);
    },
  );
});

const FILE = `../shared/data/${DATASETS["gp-payments"].path}`;
describe.skipIf(!existsSync(FILE))(`the payments file of 2022-23 (needs ${FILE})`, () => {
  it("says nothing that the list does not have", async () => {
    const { batchId } = await send("2022-23", readFileSync(FILE));
    const { counts, version } = await loadImport(db, admin, batchId);
    expect(counts).toMatchObject({ rows: 6669, unchanged: 6669, new: 0, changed: 0, refused: 0 });
    expect(await listRows(db, batchId)).toHaveLength(235);
    await expect(submitImport(db, admin, { batchId, version })).rejects.toMatchObject({
      fields: { rows: "nothing-to-do" },
    });
  });
});
