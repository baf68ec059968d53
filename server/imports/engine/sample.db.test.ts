import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { countImportsToApprove, loadApproval, loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { makeActor, stage } from "@/server/imports/testing";

const db = testDb();

it("a sample is drawn when the import is submitted, and is then the same for everybody", async () => {
  const admin = await makeActor(db, "admin");
  const rows = Array.from({ length: 60 }, (_, index) => `Clinic ${index},CA2 7HY,MRI,not named`);
  const list = `Place,Postcode,Kind of care,Provider\n${rows.join("\n")}\n`;
  const batchId = await stage(db, admin, list);
  const staged = await loadImport(db, admin, batchId);
  expect(staged.sampleSeed).toBeNull();
  await submitImport(db, admin, { batchId, version: staged.version });
  const numbers = async (read: typeof staged) =>
    (await loadApproval(db, admin, read)).sample.map(({ number }) => number);
  const submitted = await loadImport(db, admin, batchId);
  expect(submitted.sampleSeed).toMatch(/^[0-9a-f-]{36}$/);
  expect(await numbers(submitted)).toEqual(await numbers(await loadImport(db, admin, batchId)));
  expect(await numbers(submitted)).not.toEqual(await numbers(staged));
});

it("an import that waits is counted for those who could approve it, and not for its importer", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const before = await countImportsToApprove(db, moderator);
  const batchId = await stage(db, admin, "Place,Postcode,Kind of care,Provider\nA,CA2 7HY,MRI,not named\n");
  expect(await countImportsToApprove(db, moderator)).toBe(before);
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  expect(await countImportsToApprove(db, moderator)).toBe(before + 1);
  expect(await countImportsToApprove(db, admin)).toBe(before);
  const visitor = await makeActor(db, "campaigner");
  await expect(countImportsToApprove(db, visitor)).rejects.toMatchObject({ reason: "not-moderator" });
});
