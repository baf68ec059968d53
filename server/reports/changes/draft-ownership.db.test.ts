import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeCampaigner, makeService, makeSource } from "@/db/factories";
import { listRegistrations } from "@/db/queries/registrations";
import { insertWithholdings } from "@/db/queries/withholdings";
import { placeIdentifiers, placeRegistrations, providers } from "@/db/schema/places";
import { services as serviceTable } from "@/db/schema/services";
import { batches, claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { type RegisteredRun, registeredAnswerOf } from "@/domain/registrations/registered";
import type { Correction } from "@/domain/reports/change-proposals";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";
import { saveChange } from "@/server/reports/changes/save-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { previewChange } from "@/server/reports/pages/preview-change";

const db = testDb();
const REASON = "The practice's own page says so.";

/** A practice that is registered to a company, or to one person, since 2013. */
async function begin(form: "organisation" | "individual", type: { isKnown: boolean } = { isKnown: true }) {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  const actor: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
  const [placeId, providerId] = [randomUUID(), randomUUID()];
  const register = await makeSource(db, { kind: "register", sourceKey: "registers/for-a-test" });
  const say = (field: ClaimField, value: unknown) => ({
    field,
    value,
    sourceId: register.id,
    confirmedOn: "2024-10-16",
    says: "Lists it.",
  });
  const holder = form === "organisation" ? { providerId } : {};
  const registration = { key: "1-1001", form, registeredOn: "2013-04-01", ...holder };
  const create = (slug: string) => ({ create: { slug, visibility: "published" as const } });
  const drafts: RecordDraft[] = [
    {
      recordType: "provider",
      recordId: providerId,
      ...create("mill-surgery-ltd"),
      claims: [say("name", "Mill Surgery Ltd"), ...(type.isKnown ? [say("legal-form", "company")] : [])],
    },
    {
      recordType: "place",
      recordId: placeId,
      ...create("mill-surgery"),
      claims: [
        ...[say("name", "Mill Surgery"), say("kind", "gp-practice"), say("registration", registration)],
        say("identifier", { scheme: "ods-organisation", code: "Z99001", from: "1974-04-01", to: null }),
        say("address", {
          key: "main",
          lines: "",
          town: "Carlisle",
          postcode: "",
          lon: -2.9,
          lat: 54.9,
          precision: "town",
        }),
      ],
    },
  ];
  const subject = { type: "place" as const, id: placeId };
  await saveRecords(db, actor, drafts, { reason: REASON, action: "record.published", subject });
  const source = {
    kind: "provider-page" as const,
    title: "Who we are",
    publisher: "Mill Surgery",
    url: "https://mill.example/who",
    publishedOn: "2026-10-05",
    says: "Dr Zebra and Dr Gnu own the practice.",
  };
  const correct = (about: Pick<Correction, "recordType" | "recordId" | "field" | "proposed">) =>
    saveChange(db, actor, {
      proposal: { kind: "correction", v: 1, sources: [source], note: "", ...about },
      reportId: null,
      decidedOn: "2026-11-29",
      reason: REASON,
    });
  const undo = async (batchId: string) => {
    const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
    await undoChange(db, actor, { batchId, version, reason: "It was another practice." });
  };
  const preview = async (about: Pick<Correction, "recordType" | "recordId" | "field" | "proposed">) =>
    (await previewChange(db, { kind: "correction", v: 1, sources: [source], note: "", ...about })).rows;
  const answer = async () => registeredAnswerOf(await runs(placeId));
  return { placeId, providerId, correct, undo, answer, preview };
}

const runs = async (placeId: string): Promise<readonly RegisteredRun[]> =>
  (await listRegistrations(db, [placeId])).get(placeId) ?? [];

const said = async (recordId: string, field: ClaimField) =>
  (
    await db
      .select()
      .from(claims)
      .where(and(eq(claims.recordId, recordId), eq(claims.field, field)))
  ).map(({ says }) => says);

test("on a named source a practice is run by its GPs, through a company they own, until that is taken back", async () => {
  const { providerId, correct, undo, answer } = await begin("organisation");
  expect((await answer())?.kind).toBe("not-checked");
  const about = { recordType: "provider" as const, recordId: providerId, field: "owner-class" as const };
  const { batchId } = await correct({ ...about, proposed: "gps-of-the-practice" });
  expect(await answer()).toMatchObject({ kind: "gps-of-the-practice", holder: "Mill Surgery Ltd" });
  await expect(correct({ ...about, proposed: "gps-of-the-practice" })).rejects.toMatchObject({
    fields: { proposed: "says-so-already" },
  });
  expect(await said(providerId, "owner-class")).toEqual([
    "Says that the GPs who work at the practice own most of it.",
  ]);
  await undo(batchId);
  expect((await answer())?.kind).toBe("not-checked");
});

/** What stands on the site at the practice, with who runs it since when. */
const services = (placeId: string) =>
  db
    .select({
      name: serviceTable.name,
      status: serviceTable.status,
      providerId: serviceTable.providerId,
      startedOn: serviceTable.startedOn,
      visibility: serviceTable.visibility,
      lastConfirmedOn: serviceTable.lastConfirmedOn,
    })
    .from(serviceTable)
    .where(and(eq(serviceTable.placeId, placeId), eq(serviceTable.visibility, "published")));

test("on a named source others own it: its practices count, since the day that the register gives, until that is taken back", async () => {
  const { placeId, providerId, correct, undo, answer, preview } = await begin("organisation");
  const about = {
    recordType: "provider",
    recordId: providerId,
    field: "owner-class",
    proposed: "others",
  } as const;
  const shown = { name: "Mill Surgery", provider: "Mill Surgery Ltd", since: "2013-04-01" };
  expect(await preview(about)).toEqual([
    { field: "owner-class", before: null, after: { is: "owner-class", key: "others" } },
    { field: "begins", before: null, after: { is: "on-map", ...shown } },
  ]);
  const { batchId } = await correct(about);
  expect(await answer()).toMatchObject({ kind: "others", holder: "Mill Surgery Ltd", doubts: [] });
  const counted = {
    name: "GP practice at Mill Surgery",
    status: "operating",
    providerId,
    startedOn: "2013-04-01",
    visibility: "published",
    lastConfirmedOn: "2024-10-16",
  };
  expect(await services(placeId)).toEqual([counted]);
  expect(await said(providerId, "owner-class")).toEqual([
    "Says that others than the NHS and the GPs of its practices own most of it.",
  ]);
  // What counts by it is corrected with it.
  await expect(correct({ ...about, proposed: "nhs" })).rejects.toMatchObject({
    fields: { proposed: "runs-services" },
  });
  await undo(batchId);
  expect((await answer())?.kind).toBe("not-checked");
  expect(await services(placeId)).toEqual([]);
  await correct(about);
  expect(await services(placeId)).toEqual([counted]);
});

type OwnedWorld = Awaited<ReturnType<typeof begin>>;
test.each<[string, (world: OwnedWorld) => Promise<unknown>]>([
  [
    "in doubt",
    ({ placeId }) =>
      db
        .update(placeRegistrations)
        .set({ doubts: ["sources-differ"] })
        .where(eq(placeRegistrations.placeId, placeId)),
  ],
  [
    "no more the latest",
    ({ placeId }) =>
      db.update(placeRegistrations).set({ isLatest: false }).where(eq(placeRegistrations.placeId, placeId)),
  ],
  [
    "of a practice that no register lists",
    ({ placeId }) =>
      db.update(placeIdentifiers).set({ isListed: false }).where(eq(placeIdentifiers.placeId, placeId)),
  ],
  ["of an organisation of no known type", async () => undefined],
  [
    "where a service is shown already",
    ({ placeId }) => makeService(db, { placeId, category: "gp-practice", visibility: "disputed" }),
  ],
  [
    "where a moderator took the service off",
    async ({ placeId }) => {
      const { id } = await makeService(db, { placeId, category: "gp-practice", visibility: "withheld" });
      const off = {
        visibilityBefore: "published",
        reason: "It is wrong",
        withheldBy: "record-command",
      } as const;
      await insertWithholdings(db, [{ recordType: "service", recordId: id, ...off }]);
    },
  ],
])("none begins for a registration %s", async (of, change) => {
  const world = await begin("organisation", { isKnown: !of.includes("no known type") });
  await change(world);
  const about = {
    recordType: "provider",
    recordId: world.providerId,
    field: "owner-class",
    proposed: "others",
  } as const;
  expect((await world.preview(about)).map(({ field }) => field)).toEqual(["owner-class"]);
  await world.correct(about);
  expect(await services(world.placeId)).toEqual([]);
  const [row] = await db.select().from(providers).where(eq(providers.id, world.providerId));
  expect(row?.ownerClass).toBe("others");
});

test("whoever runs services here is corrected with them, not behind them", async () => {
  const { placeId, providerId, correct } = await begin("organisation");
  await makeService(db, { placeId, providerId, category: "gp-practice" });
  await expect(
    correct({ recordType: "provider", recordId: providerId, field: "owner-class", proposed: "nhs" }),
  ).rejects.toMatchObject({ fields: { proposed: "runs-services" } });
  const [row] = await db.select().from(providers).where(eq(providers.id, providerId));
  expect(row?.ownerClass).toBeNull();
});

test("a registration of another form by a source is a doubt, not an answer, and overwrites nothing", async () => {
  const { placeId, correct, undo, answer } = await begin("individual");
  expect(await answer()).toMatchObject({ kind: "individual", doubts: [] });
  const about = { recordType: "place" as const, recordId: placeId, field: "registration" as const };
  await expect(correct({ ...about, proposed: "individual" })).rejects.toMatchObject({
    fields: { proposed: "says-so-already" },
  });
  const { batchId } = await correct({ ...about, proposed: "partnership" });
  expect(await answer()).toMatchObject({
    kind: "doubt",
    form: "individual",
    doubts: ["other-form-reported"],
  });
  // Who the partners are is never said, whatever the source does.
  expect(await said(placeId, "registration-doubt")).toEqual([
    "Shows a partnership here, which is not what the register’s copy has.",
  ]);
  await undo(batchId);
  expect(await answer()).toMatchObject({ kind: "individual", doubts: [] });
  await db.delete(placeRegistrations).where(eq(placeRegistrations.placeId, placeId));
  await expect(correct({ ...about, proposed: "partnership" })).rejects.toMatchObject({
    fields: { proposed: "no-registration" },
  });
});
