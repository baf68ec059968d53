import { expect, it, vi } from "vitest";
import { listRows } from "@/db/queries/imports";
import { providers } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport, loadImportRow, loadImportRows } from "@/server/imports/engine/load-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { makeActor, versionOf } from "@/server/imports/testing";

/** A new format is a folder (this one) and a line in the registry (the next): nothing else knows of it. */
vi.mock("@/server/imports/formats", async (load) => {
  const { FORMATS } = await load<typeof import("@/server/imports/formats")>();
  const { madeUpFormat } = await import("@/server/imports/made-up/testing-made-up-format");
  return { FORMATS: [...FORMATS, madeUpFormat] };
});

const db = testDb();

it("goes from its file through preview, approval and publication to undoing", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const bring = (text: string) =>
    stageEdition(
      db,
      admin,
      { register: "made-up-charities", edition: "2026-03-01" },
      {
        name: "charities.txt",
        bytes: (async function* () {
          yield Buffer.from(text);
        })(),
      },
    );
  const { batchId } = await bring("Blue Trust\n?\nGreen Trust\n");
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  const read = () => loadImport(db, admin, batchId);

  expect(await read()).toMatchObject({
    title: "Charities, 2026-03-01",
    state: "previewed",
    format: "made-up-charities",
    counts: { rows: 3, new: 2, refused: 1, lines: 3 },
    // What nobody gave it, it does not have: no columns to choose, no rows to repair.
    refusals: { map: "not-a-list", repair: "not-a-list" },
  });
  expect((await listRows(db, batchId))[0]?.item).toEqual({
    shape: "charity",
    version: 1,
    value: { name: "Blue Trust" },
  });
  expect(await loadImportRow(db, moderator, await read(), 1)).toMatchObject({ cells: [], question: null });
  expect(await refusedCsv(db, admin, batchId)).toMatch(/^Name,Row,What to do\r?\n\?,2,/);

  await submitImport(db, admin, await seen());
  await expect(
    approveImport(db, admin, { ...(await seen()), rule: "all", warned: true }),
  ).rejects.toMatchObject({
    reason: "own-import",
  });
  const approval = { ...(await seen()), rule: "all", warned: true };
  // It names organisations, which have fourteen days to reply; whoever asks, and however, earlier is too early.
  const handedOn = (await read()).submittedAt?.getTime() ?? 0;
  const after = (days: number, ms = 0) => new Date(handedOn + days * 24 * 60 * 60 * 1000 + ms);
  expect(await loadImport(db, moderator, batchId)).toMatchObject({
    waitsUntil: after(14),
    refusals: { approve: "waits" },
  });
  const approveAt = (now: Date) => approveImport(db, moderator, approval, undefined, now);
  for (const tooEarly of [after(0), after(13), after(14, -1)])
    await expect(approveAt(tooEarly)).rejects.toMatchObject({ reason: "waits" });
  expect(await approveAt(after(14))).toEqual({ applied: 2, leftOut: 1 });
  const shown = async () => {
    const { rows } = await loadImportRows(db, moderator, await read(), { filter: {}, page: 1 });
    return rows.map(({ published }) => published);
  };
  const standing = async () =>
    (await db.select().from(providers)).map(({ name, legalForm, visibility }) => [
      name,
      legalForm,
      visibility,
    ]);
  expect(await shown()).toEqual(["now", "not", "now"]);
  expect((await standing()).sort()).toEqual([
    ["Blue Trust", "charity", "published"],
    ["Green Trust", "charity", "published"],
  ]);
  expect(await bring("Blue Trust\n?\nGreen Trust\n")).toMatchObject({ batchId, isAgain: true });

  await undoImport(db, admin, await seen());
  expect(await shown()).toEqual(["undone", "not", "undone"]);
  expect((await standing()).map(([, , visibility]) => visibility)).toEqual(["withheld", "withheld"]);
});
