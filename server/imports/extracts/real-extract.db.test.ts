import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { and, eq, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import { encodePlaces, readPlaceTable } from "@/db/reference/place-table";
import { readShareOfCareTable } from "@/db/reference/waiting-times-table";
import { services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { makeActor } from "@/server/imports/testing";
import { readShareOfCare } from "@/server/pages/read-share-of-care";
import { loadRegisters } from "@/server/starter/load-registers";
import { loadWaitingTimes } from "@/server/starter/load-waiting-times";
import { STARTER } from "@/server/starter/testing-shipped";

const FILE = `../shared/data/${DATASETS["waiting-times"].path}`;

/** The publisher's own file, held against what the project ships of the same month. */
describe.skipIf(!existsSync(FILE))(`the extract of April 2026 (needs ${FILE})`, () => {
  let own: FreshDatabase;
  let db: Db;
  let admin: CampaignerActor;
  let moderator: CampaignerActor;
  beforeAll(async () => {
    own = await freshDatabase({ size: 1, deadlineMs: 240_000, filling: STARTER });
    db = own.db;
    const table = readPlaceTable();
    const places = table.places.filter(({ register }) => ["hospitals", "nhs-trusts"].includes(register));
    const packed = brotliCompressSync(encodePlaces({ ...table, places }), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    await loadRegisters(db, packed);
    await loadWaitingTimes(db);
    admin = await makeActor(db, "admin");
    moderator = await makeActor(db, "moderator");
  }, 240_000);
  afterAll(() => own.close());

  const sent = (bytes: Buffer) => ({
    name: "rtt.zip",
    bytes: (async function* () {
      yield bytes;
    })(),
  });

  it("has 382 codes outside the register of trusts, and changes nothing of the month in force", async () => {
    const file = sent(readFileSync(FILE));
    const { batchId } = await stageEdition(
      db,
      admin,
      { register: "waiting-times", edition: "2026-04" },
      file,
    );
    const { counts, version } = await loadImport(db, admin, batchId);
    expect(counts).toEqual({
      rows: 382,
      unchanged: 382,
      new: 0,
      changed: 0,
      ended: 0,
      refused: 0,
      warnings: 0,
      skipped: 0,
    });
    await expect(submitImport(db, admin, { batchId, version })).rejects.toMatchObject({
      fields: { rows: "nothing-to-do" },
    });
    const again = await stageEdition(
      db,
      admin,
      { register: "waiting-times", edition: "2026-04" },
      sent(readFileSync(FILE)),
    );
    expect(again).toEqual({ batchId, isAgain: true });
  });

  it("of another month is approved and undone, and every row says again what it said", async () => {
    const before = await everything(db);
    const may = (await csvOf(readFileSync(FILE)))
      .replaceAll("RTT-April-2026", "RTT-May-2026")
      // A code that nobody has looked up, one under another name, and one that is not there any more.
      .replaceAll("SPAMEDICA CARLISLE", "SPAMEDICA BORDERS")
      .replaceAll(",NPG08,", ",ZZ9ZZ,");
    const { batchId } = await stageEdition(
      db,
      admin,
      { register: "waiting-times", edition: "2026-05" },
      sent(Buffer.from(may)),
    );
    const staged = await loadImport(db, admin, batchId);
    expect(staged.counts).toMatchObject({ rows: 383, refused: 2, ended: 1 });
    const rows = await listRows(db, batchId);
    expect(rows.filter(({ outcome }) => outcome === "refused").map(({ problems }) => problems)).toMatchObject(
      [
        [{ code: "code-renamed", detail: "SPAMEDICA CARLISLE" }],
        [{ code: "code-not-reviewed", detail: "SPAMEDICA BOLTON" }],
      ],
    );
    const changed = rows.find(({ plan }) => plan?.service.name.startsWith("SPAMEDICA KENDAL"));
    expect(changed?.plan?.changes).toMatchObject([
      { field: "waiting-times", kind: "sets", to: expect.stringMatching(/people waiting at its end/) },
      { field: "paid-for-by", kind: "sets", to: expect.stringMatching(/NHS .* \d+/) },
      { field: "provider", kind: "confirms", to: "Eye care at SpaMedica Kendal: SpaMedica" },
    ]);

    await submitImport(db, admin, { batchId, version: staged.version });
    const { version } = await loadImport(db, moderator, batchId);
    await approveImport(db, moderator, { batchId, version, rule: "all", warned: true });
    const numbers = await db
      .select()
      .from(claims)
      .where(and(eq(claims.batchId, batchId), eq(claims.field, "waiting-times")));
    expect(numbers.length).toBeGreaterThan(400);
    expect(new Set(numbers.map(({ value }) => (value as { key: string }).key))).toEqual(new Set(["2026-05"]));
    const [bolton] = await db
      .select()
      .from(services)
      .where(like(services.sourceKey, "service/waiting-times/NPG08/%"));
    expect(bolton).toMatchObject({ status: "operating", mayHaveEnded: "no-longer-listed" });
    // Two codes are nobody's, so the share of care stays that of April.
    expect((await readShareOfCare(db)).period).toBe("2026-04");

    const approved = await loadImport(db, admin, batchId);
    await undoImport(db, admin, { batchId, version: approved.version });
    expect(await everything(db)).toEqual(before);
  });

  it("of another month with everybody known moves the share of care, and its undoing moves it back", async () => {
    const may = (await csvOf(readFileSync(FILE))).replaceAll("RTT-April-2026", "RTT-May-2026");
    const { batchId } = await stageEdition(
      db,
      admin,
      { register: "waiting-times", edition: "2026-05" },
      sent(Buffer.from(may)),
    );
    const staged = await loadImport(db, admin, batchId);
    expect(staged.counts).toMatchObject({ rows: 382, refused: 0, ended: 0, new: 0 });
    await submitImport(db, admin, { batchId, version: staged.version });
    const { version } = await loadImport(db, moderator, batchId);
    await approveImport(db, moderator, { batchId, version, rule: "all", warned: true });
    expect(await readShareOfCare(db)).toEqual({ ...readShareOfCareTable(), period: "2026-05" });
    const { version: last } = await loadImport(db, admin, batchId);
    await undoImport(db, admin, { batchId, version: last });
    expect(await readShareOfCare(db)).toEqual(readShareOfCareTable());
  });
});

/** The CSV in the publisher's zip. */
async function csvOf(zip: Buffer): Promise<string> {
  const archive = await fromBufferPromise(zip, { autoClose: false });
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  }
  throw new Error("nothing in the zip");
}

/** What the public rows say, without what counts their changes. */
async function everything(db: Db): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of [
    "places",
    "place_identifiers",
    "place_addresses",
    "providers",
    "services",
    "service_areas",
  ])
    rows.push(
      await db.execute(
        sql.raw(
          `select to_jsonb(t) - 'version' - 'id' as row from ${table} t order by (to_jsonb(t) - 'version' - 'id')::text`,
        ),
      ),
    );
  return rows;
}
