import { beforeEach, expect, it } from "vitest";
import { findRow } from "@/db/queries/imports";
import { places } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import { approveImport } from "@/server/imports/engine/approve-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { reviewCode } from "@/server/imports/extracts/review-code";
import { extractCsv, extractFile, makeTrust, TRUST } from "@/server/imports/extracts/testing-extract";
import { makeActor, versionOf } from "@/server/imports/testing";

const db = testDb();
let admin: CampaignerActor;
beforeEach(async () => {
  await makeTrust(db);
  admin = await makeActor(db, "admin");
});

const answer = (site: string): TypedAnswer => ({
  "code-role": "site",
  provider: "Sight Ltd",
  "legal-form": "company",
  "site-name": site,
  town: "Carlisle",
  postcode: "CA1 1QS",
  "source-kind": "provider-page",
  "source-title": "Our clinics",
  "source-publisher": "Sight Ltd",
  "source-url": "https://sight.example/clinics",
  "source-date": "2026-05",
  says: "Lists its clinic in Botchergate.",
});

/** An extract of two codes that nobody has looked up. */
async function bring(): Promise<string> {
  const sent = { register: "waiting-times", edition: "2026-05", because: "A file of few codes, for a test" };
  const codes = ["ZZ8ZZ", "ZZ9ZZ"].map((code) => ({ code, name: `SIGHT LTD ${code}` }));
  return (await stageEdition(db, admin, sent, extractFile(extractCsv("May-2026", [TRUST, ...codes]))))
    .batchId;
}
async function review(batchId: string, number: number, site: string, decision = ""): Promise<void> {
  const version = await versionOf(db, batchId);
  await reviewCode(db, admin, { batchId, version, number, typed: answer(site), decision });
}

it("a site whose name speaks of care shown by area only is published by no rule, and is not kept", async () => {
  const batchId = await bring();
  await review(batchId, 1, "Sight Carlisle");
  await review(batchId, 2, "The Sight Refuge");
  expect(await findRow(db, batchId, 1)).toMatchObject({ outcome: "new" });
  expect(await findRow(db, batchId, 2)).toMatchObject({
    outcome: "refused",
    problems: [{ code: "could-be-sensitive", detail: "refuge" }],
  });
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const seen = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
  await approveImport(db, await makeActor(db, "moderator"), seen);
  const names = (await db.select().from(places)).map(({ name }) => name);
  expect(names).toContain("Sight Carlisle");
  expect(names).not.toContain("The Sight Refuge");
  expect(JSON.stringify(await findRow(db, batchId, 2))).not.toMatch(/the sight|CA1|botchergate/i);
});

it("it is published once its importer says that it is no such care, and its approver is told", async () => {
  const batchId = await bring();
  await review(batchId, 2, "The Sight Refuge", "not-sensitive");
  const told = [expect.objectContaining({ code: "sensitive-words", detail: "refuge" })];
  expect(await findRow(db, batchId, 2)).toMatchObject({
    outcome: "new",
    warnings: expect.arrayContaining(told),
  });
});
