import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationRole, type OpenDb, openDb } from "@/db/client";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { countMessages } from "@/db/queries/decisions";
import { findReport, findReportsOfAuthor, findRevisions } from "@/db/queries/reports";
import { mailOutbox } from "@/db/schema/campaigners";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { formOf } from "@/domain/reports/new-service-form";
import { findAuditBreak } from "@/server/audit";
import { addMessage } from "@/server/reports/moves/add-message";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { submitReport } from "@/server/reports/moves/submit-report";

let site: FreshDatabase;
/** A server with connections of its own, in the role that the application has. */
let server: OpenDb;

beforeAll(async () => {
  site = await freshDatabase();
  server = openDb({ url: site.url, role: applicationRole, size: 8, deadlineMs: 60_000 });
}, 120_000);
afterAll(async () => {
  await server.close();
  await site.close();
}, 120_000);

const form = { ...formOf(makeProposal({ postcode: "" })), licence: "accepted" };

async function person(role: Role = "campaigner"): Promise<CampaignerActor & { email: string }> {
  const { id, email } = await makeCampaigner(site.db, { role });
  return { kind: "campaigner", id, role, email: email ?? "" };
}

function reportsOf(author: CampaignerActor) {
  return findReportsOfAuthor(site.db, author.id, 100);
}

function atOnce<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, work));
}

describe("one form that is sent several times", () => {
  it("at once makes one report, and every sender is given it", async () => {
    const author = await person();
    const submissionKey = randomUUID();
    const sent = await atOnce(8, () => submitReport(server.db, author, { form, submissionKey }));
    const [only, ...others] = await reportsOf(author);
    expect(others).toEqual([]);
    expect(sent).toEqual(sent.map(() => ({ reportId: only?.id, version: only?.version })));
    expect(only).toMatchObject({ state: "submitted", revision: 1 });
    expect(await findRevisions(site.db, only?.id ?? "")).toHaveLength(1);
    const receipts = await site.db.select().from(mailOutbox).where(eq(mailOutbox.recipient, author.email));
    expect(receipts).toMatchObject([{ purpose: "report.received" }]);
    expect(receipts[0]?.text).toContain(`/reports/${only?.id}`);
    expect(await findAuditBreak(site.db)).toBeNull();
  });

  it("makes one draft when it is saved, with what was written last, and sends that one", async () => {
    const author = await person();
    const submissionKey = randomUUID();
    await atOnce(4, () => saveDraft(server.db, author, { form, submissionKey }));
    const { reportId } = await saveDraft(server.db, author, {
      form: { ...form, note: "Later" },
      submissionKey,
    });
    expect(await reportsOf(author)).toMatchObject([
      { id: reportId, state: "draft", draft: { note: "Later" } },
    ]);
    await atOnce(4, () => submitReport(server.db, author, { form, submissionKey }));
    expect(await reportsOf(author)).toMatchObject([{ id: reportId, state: "submitted", draft: null }]);
    await saveDraft(server.db, author, { form, submissionKey });
    expect((await findReport(site.db, reportId))?.state).toBe("submitted");
  });

  it("makes one report of what was written before signing in, sent on two devices", async () => {
    const author = await person();
    const { draftId } = await keepPendingDraft(site.db, { form });
    const input = { form, pendingDraftId: draftId, submissionKey: draftId };
    await atOnce(2, () => submitReport(server.db, author, input));
    expect(await reportsOf(author)).toHaveLength(1);
  });

  it("with another text is another report, once: nothing that was written is dropped", async () => {
    const author = await person();
    const submissionKey = randomUUID();
    await submitReport(server.db, author, { form, submissionKey });
    const other = { ...form, note: "The sign was changed in May." };
    await atOnce(4, () => submitReport(server.db, author, { form: other, submissionKey }));
    expect(await reportsOf(author)).toHaveLength(2);
    await submitReport(server.db, author, { form, submissionKey });
    expect(await reportsOf(author)).toHaveLength(2);
  });

  it("is nobody else's: the same key of two people makes a report each, and no key makes one each time", async () => {
    const [anna, bert] = [await person(), await person()];
    const submissionKey = randomUUID();
    await submitReport(server.db, anna, { form, submissionKey });
    await submitReport(server.db, bert, { form, submissionKey });
    await submitReport(server.db, bert, { form, submissionKey: "' or 1=1" });
    expect(await reportsOf(anna)).toHaveLength(1);
    expect(await reportsOf(bert)).toHaveLength(2);
  });
});

describe("one message that is sent several times", () => {
  it("is written once and mailed once; the same words from a new form are a new message", async () => {
    const [author, moderator] = [await person(), await person("moderator")];
    const report = await makeReport(site.db, { state: "submitted", authorId: author.id });
    const message = { reportId: report.id, body: "Which day was it?", submissionKey: randomUUID() };
    await atOnce(4, () => addMessage(server.db, moderator, message));
    expect(await countMessages(site.db, report.id)).toBe(1);
    const mails = await site.db.select().from(mailOutbox).where(eq(mailOutbox.recipient, author.email));
    expect(mails).toHaveLength(1);
    await addMessage(server.db, moderator, { ...message, submissionKey: randomUUID() });
    expect(await countMessages(site.db, report.id)).toBe(2);
  });
});
