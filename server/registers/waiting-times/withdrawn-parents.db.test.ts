import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { insertSources } from "@/db/queries/sources";
import { readClassification } from "@/db/reference/provider-classification";
import { claims, providers } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";
import { loadWaitingTimes } from "@/server/starter/load-waiting-times";
import { STARTER } from "@/server/starter/testing-shipped";
import { providerIdOf } from "./provider-drafts";
import { EXTRACT, sourceRefs, sourceRows } from "./waiting-sources";

const classification = readClassification();
const refs = sourceRefs(classification);
const idOf = (key: string) => providerIdOf(key, { classification, refs, storedProvider: () => undefined });
const [newcastle, newmedica] = [idOf("newcastle-newmedica"), idOf("newmedica")];

/** An installation that loaded the earlier review: the company stands in the group, for its name. */
let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 240_000, filling: STARTER });
  db = own.db;
  await insertSources(db, sourceRows(classification));
  const filed = (field: ClaimField, value: unknown) => ({
    field,
    value,
    says: "Filed as NEWCASTLE NEWMEDICA LTD.",
    ...refs(EXTRACT),
  });
  const organisation = (key: string, recordId: string): RecordDraft => ({
    recordType: "provider",
    recordId,
    claims: [filed("name", classification.providers[key]?.name)],
    create: { slug: key, visibility: "published", sourceKey: `provider/waiting-times/${key}` },
  });
  const drafts: RecordDraft[] = [
    organisation("newmedica", newmedica),
    organisation("newcastle-newmedica", newcastle),
    {
      recordType: "provider",
      recordId: newcastle,
      claims: [filed("parent", { providerId: newmedica })],
    },
  ];
  const subject = { type: "provider", id: newcastle };
  await saveRecords(db, systemActor("test"), drafts, { reason: "Test", action: "starter.loaded", subject });
}, 240_000);
afterAll(() => own.close());

const stored = async () => (await db.select().from(providers).where(eq(providers.id, newcastle)))[0];

test("a name that was taken for a group gives way to what this review says; the old claim stays, replaced", async () => {
  expect((await stored())?.parentId).toBe(newmedica);
  expect(await loadWaitingTimes(db)).toBe(true);
  expect(await stored()).toMatchObject({
    parentId: null,
    about: expect.stringMatching(/^Filed under the name of Newmedica\. No source/),
  });
  const all = await db.select().from(claims).where(eq(claims.recordId, newcastle));
  const about = all.find(({ field }) => field === "about");
  expect(all.find(({ field }) => field === "parent")).toMatchObject({ supersededBy: about?.id });
});
