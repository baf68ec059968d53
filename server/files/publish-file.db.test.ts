import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCampaigner, makeSource } from "@/db/factories";
import { countPublications } from "@/db/queries/publications";
import { auditEntries } from "@/db/schema/audit";
import { reportFiles } from "@/db/schema/files";
import { reports } from "@/db/schema/reports";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, VISITOR } from "@/domain/actor";
import type { PublicPicture } from "@/domain/files/report-file";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { eraseAccount } from "@/server/campaigners/erase-account";
import type { FileStore } from "@/server/file-store/file-store";
import { blurFile } from "@/server/files/blur-file";
import { loadFiles, loadReportFile } from "@/server/files/load-files";
import { offerFile } from "@/server/files/offer-file";
import { publishFile, unpublishFile } from "@/server/files/publish-file";
import { saveWholeFile } from "@/server/files/save-file";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadServicePage } from "@/server/pages/load-service-page";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { beginChanges, CITED_IN_FORM } from "@/server/reports/changes/testing-change";
import { approveAsModerator } from "@/server/reports/testing-approval";

const db = testDb();
const kept = new Map<string, Buffer>();
const store: FileStore = {
  put: async (key, bytes) => void kept.set(key, bytes),
  get: async (key) => kept.get(key),
  remove: async (key) => void kept.delete(key),
};
const SHOWS = "A sign beside the door: Lenses Ltd, NHS eye care.";
let jpeg: Buffer;

beforeAll(async () => {
  const blank = { width: 60, height: 40, channels: 3, background: "teal" } as const;
  jpeg = await sharp({ create: blank }).jpeg().toBuffer();
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { reason?: string; code?: string; fields?: object }) =>
      error.reason ?? (error.fields ? Object.keys(error.fields).join() : error.code),
  );

async function moderates(): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  return { kind: "campaigner", id, role: "moderator" };
}

/** A picture and a document of a report, which was sent with them, and its author. */
async function withFiles(reportId: string) {
  const [report] = await db.select().from(reports).where(eq(reports.id, reportId));
  const author = { kind: "campaigner", id: report?.authorId ?? "", role: "campaigner" } as const;
  await db.update(reports).set({ state: "submitted" }).where(eq(reports.id, reportId));
  const picture = await saveWholeFile(db, author, { reportId, name: "a.jpg", sent: jpeg }, store);
  const sent = Buffer.from("%PDF-1.7\nhello\n%%EOF\n");
  const document = await saveWholeFile(db, author, { reportId, name: "a.pdf", sent }, store);
  await db.update(reports).set({ state: "approved" }).where(eq(reports.id, reportId));
  return { author, picture, document };
}

const versionOf = async (fileId: string) =>
  (await db.select().from(reportFiles).where(eq(reportFiles.id, fileId)))[0]?.version ?? 0;
const seen = async ({ id }: { id: string }) => ({ fileId: id, version: await versionOf(id) });
const sees = (fileId: string, who: AnyActor = VISITOR) => code(loadReportFile(db, who, fileId, store));

/** A new service with a picture that its author offers. */
async function approved(given: Parameters<typeof approveAsModerator>[1] = {}) {
  const { actor, service, reportId } = await approveAsModerator(db, given);
  const files = await withFiles(reportId);
  await offerFile(db, files.author, { ...(await seen(files.picture)), offer: "yes" });
  const { publishing } = await loadFiles(db, actor, reportId);
  const sourceId = publishing?.sources[0]?.id ?? "";
  const publish = async (who: AnyActor = actor, more: object = {}) =>
    publishFile(db, who, { ...(await seen(files.picture)), sourceId, shows: SHOWS, ...more });
  const onPage = async () => (await loadServicePage(service.slug, db))?.pictures ?? [];
  return { ...files, actor, service, reportId, sourceId, publish, onPage };
}
const idsOf = (pictures: readonly PublicPicture[]) => pictures.map(({ id }) => id);

describe("a picture of an approved report", () => {
  test("is put beside a source of its entry, seen by everybody, and gone at once when it is taken back", async () => {
    const { actor, picture, document, sourceId, publish, onPage } = await approved();
    expect([await sees(picture.id), await onPage()]).toEqual(["not-found", []]);
    const before = await countPublications(db);
    await publish();
    expect(await onPage()).toMatchObject([{ id: picture.id, sourceId, shows: SHOWS, width: 60, height: 40 }]);
    expect([await sees(picture.id), await sees(document.id)]).toEqual(["done", "not-found"]);
    await blurFile(
      db,
      actor,
      { fileId: picture.id, parts: [{ left: 0, top: 0, width: 50, height: 50 }] },
      store,
    );
    expect(await sees(picture.id)).toBe("done");
    await unpublishFile(db, actor, await seen(picture));
    expect([await sees(picture.id), await onPage()]).toEqual(["not-found", []]);
    expect(await countPublications(db)).toBe(before + 2);
    const noted = await db.select().from(auditEntries).where(eq(auditEntries.actorId, actor.id));
    expect(noted.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["file.published", "file.blurred", "file.unpublished"]),
    );
  });

  test("leaves with its source and with its entry, comes back with them, and goes for good with its author", async () => {
    const { actor, author, picture, service, sourceId, publish, onPage } = await approved();
    await publish();
    const reason = "Somebody complained about this";
    for (const record of [
      { type: "source", ref: sourceId },
      { type: "service", ref: service.slug },
    ]) {
      await withholdRecord(db, actor, { ...record, reason });
      expect([await sees(picture.id), idsOf(await onPage())], record.type).toEqual(["not-found", []]);
      await restoreRecord(db, actor, { ...record, reason });
      expect([await sees(picture.id), idsOf(await onPage())]).toEqual(["done", [picture.id]]);
    }
    const before = await countPublications(db);
    await eraseAccount(db, author, { id: author.id });
    expect([await sees(picture.id), await onPage()]).toEqual(["not-found", []]);
    expect(await countPublications(db)).toBe(before + 1);
  });

  test("can be taken back by its author, who then has to offer it anew", async () => {
    const { author, picture, publish, onPage } = await approved();
    await publish();
    expect(await code(unpublishFile(db, await other(), await seen(picture)))).toBe("not-found");
    await unpublishFile(db, author, await seen(picture));
    expect([await onPage(), await code(publish())]).toEqual([[], "not-offered"]);
  });

  test("is not published where it was not offered, by its author, unseen, or beside what the page does not cite", async () => {
    const { actor, author, picture, document, publish } = await approved();
    const stranger = await makeSource(db);
    expect(await code(publish(actor, { sourceId: stranger.id }))).toBe("sourceId");
    expect(await code(publish(actor, { shows: "A sign" }))).toBe("shows");
    expect(await code(publish(actor, { version: 1 }))).toBe("conflict");
    expect(await code(publish(actor, await seen(document)))).toBe("not-offered");
    expect(await code(publish({ ...author, role: "moderator" }))).toBe("own-report");
    expect([await code(publish(author)), await code(publish(VISITOR))]).toEqual(["not-moderator", "sign-in"]);
    const unpractised = await makeCampaigner(db, { role: "moderator", practisedAt: null });
    expect(await code(publish({ kind: "campaigner", id: unpractised.id, role: "moderator" }))).toBe(
      "practise-first",
    );
    await offerFile(db, author, { ...(await seen(picture)), offer: "no" });
    expect(await code(publish())).toBe("not-offered");
    for (const who of [actor, await other()])
      expect(["not-author", "not-found"]).toContain(
        await code(offerFile(db, who, { ...(await seen(picture)), offer: "yes" })),
      );
    expect(await code(offerFile(db, author, { ...(await seen(document)), offer: "yes" }))).toBe(
      "wrong-state",
    );
    expect(await sees(picture.id)).toBe("not-found");
  });

  test("stands on no page where care is shown by area only", async () => {
    const { actor, service, reportId, publish } = await approved();
    await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, service.id));
    expect([(await loadFiles(db, actor, reportId)).publishing, await code(publish())]).toEqual([
      null,
      "not-public",
    ]);
  });
});

async function other(): Promise<CampaignerActor> {
  return { kind: "campaigner", id: (await makeCampaigner(db)).id, role: "campaigner" };
}

test("a picture of a change of an entry is on the page of that, and goes when the change is taken back", async () => {
  const { world, publish, undo } = await beginChanges(db);
  const { batchId } = await publish({
    ...CITED_IN_FORM,
    aboutType: "place",
    aboutId: world.ids.place,
    question: "wrong",
    field: "name",
    proposed: "The Northern Lens House",
  });
  const [report] = await db.select().from(reports).where(eq(reports.batchId, batchId));
  const { author, picture } = await withFiles(report?.id ?? "");
  await offerFile(db, author, { ...(await seen(picture)), offer: "yes" });
  const moderator = await moderates();
  const { publishing } = await loadFiles(db, moderator, report?.id ?? "");
  const source = publishing?.sources.find(({ title }) => title.startsWith("Surgery taken over"));
  const { slug } = await publishFile(db, moderator, {
    ...(await seen(picture)),
    sourceId: source?.id,
    shows: SHOWS,
  });
  const onPage = async () => (await loadPlacePage(slug, DEFAULT_DEFINITION, db))?.pictures;
  expect([await sees(picture.id), await onPage()]).toMatchObject(["done", [{ id: picture.id }]]);
  await undo({ batchId });
  expect([await sees(picture.id), await onPage()]).toEqual(["not-found", []]);
});
