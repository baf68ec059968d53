import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { findFilesOfReport } from "@/db/queries/report-files";
import { deleteExpiredPendingDrafts } from "@/db/queries/reports-write";
import { auditEntries } from "@/db/schema/audit";
import { reportFileParts, reportFiles, storedKeys } from "@/db/schema/files";
import { reports } from "@/db/schema/reports";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, type Role, VISITOR } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { FILE_LIMITS } from "@/domain/files/report-file";
import { formOf } from "@/domain/reports/new-service-form";
import { eraseAccount } from "@/server/campaigners/erase-account";
import type { FileStore } from "@/server/file-store/file-store";
import { sweepFiles } from "@/server/file-store/sweep-files";
import { beginFile } from "@/server/files/begin-file";
import { blurFile } from "@/server/files/blur-file";
import { loadFiles, loadReportFile } from "@/server/files/load-files";
import { receivePart } from "@/server/files/receive-part";
import { removeFile } from "@/server/files/remove-file";
import { saveFile, saveWholeFile } from "@/server/files/save-file";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { sendKept } from "@/server/reports/moves/send-kept";

const db = testDb();
let picture: Buffer;
const PDF = Buffer.from("%PDF-1.7\nhello\n%%EOF\n");

beforeAll(async () => {
  picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();
});

const memory = () => {
  const kept = new Map<string, Buffer>();
  const store: FileStore = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
  };
  return { kept, store };
};
async function person(role: Role = "campaigner"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}
async function draftOf(author: CampaignerActor) {
  return makeReport(db, { authorId: author.id, state: "draft", revision: 0, draft: {} });
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { fault?: string; code?: string }) => error.fault ?? error.code,
  );

test("a file comes in parts, goes on where it stopped, and is one however often a part or its end is sent", async () => {
  const [author, { kept, store }] = [await person(), memory()];
  const report = await draftOf(author);
  const begin = { reportId: report.id, name: "../my photo.PNG", bytes: picture.length };
  const file = await beginFile(db, author, begin);
  const half = Math.floor(picture.length / 2);
  const part = (start: number, end?: number) =>
    receivePart(db, author, { fileId: file.id, start, bytes: picture.subarray(start, end) });
  expect(await part(0, half)).toEqual({ received: half, isWhole: false });
  expect(await part(0, half), "its answer was lost").toEqual({ received: half, isWhole: false });
  expect(await refused(part(half + 1)), "a gap").toBe("file-out-of-step");
  expect(await refused(saveFile(db, author, file.id, store)), "not whole").toBe("file-unfinished");
  // Chosen again after the page was loaded anew: the same one, and what is there of it.
  expect(await beginFile(db, author, begin)).toMatchObject({ id: file.id, received: half });
  expect(await part(half)).toEqual({ received: picture.length, isWhole: true });
  const saved = await saveFile(db, author, file.id, store);
  expect(saved).toMatchObject({
    state: "ready",
    kind: "photograph",
    name: "my photo.jpg",
    width: 60,
    height: 40,
  });
  expect((await saveFile(db, author, file.id, store)).key).toBe(saved.key);
  expect([kept.size, await db.$count(reportFileParts), await db.$count(storedKeys)]).toEqual([1, 0, 1]);
  const added = await db.select().from(auditEntries).where(eq(auditEntries.action, "file.added"));
  expect(added.map(({ subjectId }) => subjectId)).toEqual([report.id]);
});

test("what is larger than it said, too large, too many or no file of ours is refused, and nothing of it stays", async () => {
  const [author, { kept, store }] = [await person(), memory()];
  const { id: reportId } = await draftOf(author);
  const file = await beginFile(db, author, { reportId, name: "a.pdf", bytes: 10 });
  expect(await refused(receivePart(db, author, { fileId: file.id, start: 0, bytes: PDF }))).toBe(
    "file-out-of-step",
  );
  for (const [bytes, fault] of [
    [0, "file-empty"],
    [FILE_LIMITS.bytes + 1, "file-too-large"],
    [-1, "file-empty"],
    [Number.NaN, "file-empty"],
  ] as const)
    expect(await refused(beginFile(db, author, { reportId, name: "a", bytes }))).toBe(fault);
  const svg = Buffer.from("<svg/>");
  expect(await refused(saveWholeFile(db, author, { reportId, name: "a.jpg", sent: svg }, store))).toBe(
    "file-kind",
  );
  expect([kept.size, (await findFilesOfReport(db, reportId)).length]).toEqual([0, 1]);
  for (let count = 1; count < FILE_LIMITS.unfinished; count++)
    await beginFile(db, author, { reportId, name: `${count}.pdf`, bytes: 10 });
  expect(await refused(beginFile(db, author, { reportId, name: "one more.pdf", bytes: 10 }))).toBe(
    "file-too-many",
  );
});

test("only the author adds and removes, only while the report can be changed; the author and moderators see it", async () => {
  const [author, { store }] = [await person(), memory()];
  const [moderator, trusted, other] = [
    await person("moderator"),
    await person("trusted-campaigner"),
    await person(),
  ];
  const report = await draftOf(author);
  const file = await saveWholeFile(db, author, { reportId: report.id, name: "notice.pdf", sent: PDF }, store);
  const sees = async (actor: AnyActor) => {
    const listed = (await loadFiles(db, actor, report.id)).files.length;
    return [listed, await refused(loadReportFile(db, actor, file.id, store))];
  };
  const [shown, hidden] = [
    [1, "done"],
    [0, "not-found"],
  ];
  expect([await sees(author), await sees(moderator), await sees(other)]).toEqual([shown, hidden, hidden]);
  await db
    .update(reports)
    .set({ state: "submitted", revision: 1, draft: null })
    .where(eq(reports.id, report.id));
  for (const [who, can] of [
    [author, shown],
    [moderator, shown],
    [trusted, hidden],
    [other, hidden],
    [VISITOR, hidden],
  ] as const)
    expect(await sees(who)).toEqual(can);
  for (const who of [moderator, other, VISITOR]) {
    await expect(
      saveWholeFile(db, who, { reportId: report.id, name: "a.pdf", sent: PDF }, store),
    ).rejects.toThrow(NotAllowedError);
    expect(["not-found", "not-allowed"]).toContain(await refused(removeFile(db, who, file.id)));
  }
  await db.update(reports).set({ state: "approved" }).where(eq(reports.id, report.id));
  await expect(removeFile(db, author, file.id)).rejects.toThrow(NotAllowedError);
  await db.update(reports).set({ state: "submitted" }).where(eq(reports.id, report.id));
  await removeFile(db, author, file.id);
  await expect(loadReportFile(db, author, file.id, store)).rejects.toThrow(NotFoundError);
  for (const id of ["", "../x", randomUUID()])
    expect(await refused(loadReportFile(db, author, id, store))).toBe("not-found");
});

test("author and moderators hide a part of a picture for good; a document, a stranger and numbers that are none are refused", async () => {
  const [author, { kept, store }] = [await person(), memory()];
  const [moderator, other] = [await person("moderator"), await person()];
  const report = await draftOf(author);
  const file = await saveWholeFile(db, author, { reportId: report.id, name: "a.jpg", sent: picture }, store);
  const pdf = await saveWholeFile(db, author, { reportId: report.id, name: "a.pdf", sent: PDF }, store);
  const part = { left: "10", top: "10", width: "50", height: "50", how: "fill" };
  const hide = (who: AnyActor, fileId: string, more: object = {}) =>
    refused(blurFile(db, who, { fileId, parts: [{ ...part, ...more }] }, store));
  expect(await hide(author, file.id)).toBe("done");
  const [row] = await db.select().from(reportFiles).where(eq(reportFiles.id, file.id));
  expect(row?.key).not.toBe(file.key);
  expect(kept.get(row?.key ?? "")?.equals(kept.get(file.key ?? "") ?? PDF)).toBe(false);
  expect([await hide(moderator, file.id), await hide(other, file.id), await hide(author, pdf.id)]).toEqual(
    Array(3).fill("not-found"),
  );
  for (const wrong of [
    { left: "", width: "0" },
    { left: "-1" },
    { top: "101" },
    { height: "x" },
    { how: "paint" },
  ])
    expect(await hide(author, file.id, wrong)).toBe("invalid");
  await db
    .update(reports)
    .set({ state: "approved", revision: 1, draft: null })
    .where(eq(reports.id, report.id));
  expect([await hide(moderator, file.id), await hide(author, file.id)]).toEqual(["done", "not-allowed"]);
});

test("what is left behind goes: a report thrown away or emptied, a file removed, a server stopped in the middle", async () => {
  const [author, { kept, store }] = [await person(), memory()];
  const all = await Promise.all(["thrown away", "emptied", "kept"].map(() => draftOf(author)));
  const [thrown, emptied, staying] = all.map(({ id }) => id);
  for (const reportId of [thrown, emptied, staying])
    await saveWholeFile(db, author, { reportId, name: "a.pdf", sent: PDF }, store);
  // Stopped after its key was written down and before the file was there.
  const lost = randomUUID();
  await db.insert(storedKeys).values({ key: lost });
  kept.set(lost, PDF);
  await db.delete(reports).where(eq(reports.id, thrown ?? ""));
  await db
    .update(reports)
    .set({ erasedAt: new Date() })
    .where(eq(reports.id, emptied ?? ""));
  const now = new Date();
  const sweep = (at: Date) => sweepFiles(db, { unfinishedSince: new Date(0), now: at }, () => store);
  await sweep(now);
  expect(kept.size, "what was written a moment ago may be on its way").toBe(4);
  await sweep(new Date(now.getTime() + 3600_000));
  const left = await db.select({ key: reportFiles.key, reportId: reportFiles.reportId }).from(reportFiles);
  expect(left).toEqual([{ key: [...kept.keys()][0], reportId: staying }]);
  expect([kept.size, await db.$count(storedKeys)]).toEqual([1, 1]);
});

test("files of a report that is kept and not sent are their uploader’s alone, and go on with it when it is sent or saved", async () => {
  const [author, other, { store }] = [await person(), await person(), memory()];
  const form = { ...formOf(makeProposal({ postcode: "" })), licence: "accepted" };
  const { draftId } = await keepPendingDraft(db, { form });
  const add = (who: AnyActor, name: string, reportId: unknown = draftId) =>
    saveWholeFile(db, who, { reportId, name, sent: PDF }, store);
  const file = await add(author, "notice.pdf");
  const others = await add(other, "theirs.pdf");
  const names = async (who: AnyActor, id: string = draftId) =>
    (await loadFiles(db, who, id)).files.map(({ name }) => name);
  expect([await names(author), await names(other), await names(VISITOR)]).toEqual([
    ["notice.pdf"],
    ["theirs.pdf"],
    [],
  ]);
  for (const who of [other, VISITOR, await person("admin")])
    expect(await refused(loadReportFile(db, who, file.id, store))).toBe("not-found");
  expect([await refused(removeFile(db, other, file.id)), await refused(add(VISITOR, "a.pdf"))]).toEqual([
    "not-found",
    "not-allowed",
  ]);
  expect(await refused(add(author, "a.pdf", randomUUID())), "nothing is kept under it").toBe("not-found");
  const photograph = await saveWholeFile(
    db,
    author,
    { reportId: draftId, name: "a.jpg", sent: picture },
    store,
  );
  const part = { left: "10", top: "10", width: "50", height: "50" };
  expect(await refused(blurFile(db, author, { fileId: photograph.id, parts: [part] }, store))).toBe("done");
  await removeFile(db, author, photograph.id);
  expect(await db.$count(auditEntries, eq(auditEntries.action, "file.added")), "nothing is sent yet").toBe(0);

  const sent = await sendKept(db, author, { draftId, form: {} });
  expect(await names(author, sent?.reportId)).toEqual(["notice.pdf"]);
  const [noted] = await db.select().from(auditEntries).where(eq(auditEntries.action, "file.added"));
  expect(noted?.subjectId).toBe(sent?.reportId);
  // What somebody else added under the same address was of a report that never came about.
  expect(await refused(loadReportFile(db, other, others.id, store))).toBe("not-found");

  const kept = await keepPendingDraft(db, { form });
  await add(author, "saved.pdf", kept.draftId);
  const saved = await sendKept(db, author, { draftId: kept.draftId, form: { intent: "save" } });
  expect(await names(author, saved?.reportId)).toEqual(["saved.pdf"]);
});

test("files of a report that ran out before it was sent go with it, and at once with the account", async () => {
  const [author, { kept, store }] = [await person(), memory()];
  const { draftId } = await keepPendingDraft(db, { form: { placeName: "Clinic" } });
  await saveWholeFile(db, author, { reportId: draftId, name: "a.pdf", sent: PDF }, store);
  await deleteExpiredPendingDrafts(db, new Date(Date.now() + 8 * 24 * 3600_000));
  const later = new Date(Date.now() + 3600_000);
  await sweepFiles(db, { unfinishedSince: new Date(0), now: later }, () => store);
  expect([await db.$count(reportFiles), kept.size]).toEqual([0, 0]);
  const again = await keepPendingDraft(db, { form: { placeName: "Clinic" } });
  await saveWholeFile(db, author, { reportId: again.draftId, name: "a.pdf", sent: PDF }, store);
  await eraseAccount(db, author, { id: author.id });
  expect(await db.$count(reportFiles)).toBe(0);
});
