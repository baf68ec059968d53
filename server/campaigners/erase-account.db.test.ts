import { sql } from "drizzle-orm";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { findCampaigner, findCampaignerByEmail } from "@/db/queries/campaigners";
import { findReport } from "@/db/queries/reports";
import { insertSession } from "@/db/queries/sessions";
import { complaints } from "@/db/schema/brake";
import { tips } from "@/db/schema/tips";
import { testDb } from "@/db/testing";
import { whereAre } from "@/db/testing-traces";
import { type CampaignerActor, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { formOf } from "@/domain/reports/new-service-form";
import { describeFailure } from "@/server/action";
import { findAuditBreak } from "@/server/audit";
import { findActorOfToken, hashSessionToken } from "@/server/auth/find-session";
import { joinCampaigner } from "@/server/auth/join-campaigner";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { requestSignIn } from "@/server/auth/request-sign-in";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import { callOneself } from "@/server/campaigners/call-oneself";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { exportAccount } from "@/server/campaigners/export-account";
import { restoreAccount } from "@/server/campaigners/restore-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import type { FileStore } from "@/server/file-store/file-store";
import { sweepFiles } from "@/server/file-store/sweep-files";
import { beginFile } from "@/server/files/begin-file";
import { receivePart } from "@/server/files/receive-part";
import { saveWholeFile } from "@/server/files/save-file";
import { log } from "@/server/log";
import { sendDueMail } from "@/server/mail/send-due-mail";
import { keepQueueView } from "@/server/queue/keep-view";
import { makeWorld } from "@/server/records/testing-world";
import { CITED_IN_FORM } from "@/server/reports/changes/testing-change";
import { addMessage } from "@/server/reports/moves/add-message";
import { approveReport } from "@/server/reports/moves/approve-report";
import { keepEntryChange } from "@/server/reports/moves/change-entry";
import { editReport } from "@/server/reports/moves/edit-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { keepChangeUnchecked } from "@/server/reports/moves/keep-change";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { passOn } from "@/server/reports/moves/pass-on";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { reviewReport } from "@/server/reports/moves/review-report";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { submitReport } from "@/server/reports/moves/submit-report";

const db = testDb();
const commandLine = systemActor(COMMAND_LINE);
const EMAIL = "walter.whistle@example.org";
/** What Walter typed in each place that takes text, each a word that is nowhere else. */
const TYPED = {
  rejectedPlace: "Qwixelbury",
  rejectedNote: "Qwixelnote",
  earlierNote: "Qwixelearlier",
  publishedNote: "Qwixelunpublished",
  draft: "Qwixeldraft",
  kept: "Qwixelkept",
  message: "Qwixelmessage",
  messageToOther: "Qwixelother",
  review: "Qwixelreview",
  passNote: "Qwixelpass",
  suspended: "Qwixelsuspended",
  replied: "Qwixelreplied",
  complaint: "Qwixelcomplaint",
  openComplaint: "Qwixelwaiting",
  openTip: "Qwixelopen",
  tip: "Qwixeltip",
  tipAt: "Qwixeltown",
  tipLink: "qwixellink",
  notice: "Qwixelnotice",
  comment: "Qwixelcomment",
  answer: "Qwixelanswer",
  keptChange: "Qwixelchange",
  directChange: "Qwixeldirect",
  fileName: "Qwixelfile",
  filePart: "Qwixelpart",
};
/** What Walter chose as a moderator. */
const CHOSEN = { called: "Qwixelcalled", view: "Qwixelview", viewOf: "qwixelquery" };

async function person(role: Role, email?: string): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role, ...(email ? { email } : {}) });
  return { kind: "campaigner", id, role };
}

const NOTICE = {
  law: "england-wales",
  name: TYPED.notice,
  statement: "x",
  harm: "x",
  isFalse: "x",
  knows: "no",
  consents: "no",
} as never;

describe("erasing a person", () => {
  const kept = new Map<string, Buffer>();
  const store: FileStore = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
  };
  let walter: CampaignerActor;
  let moderator: CampaignerActor;
  let published: { reportId: string };
  /** All that the log said, at its most talkative. */
  const lines: string[] = [];
  const { level } = log;
  const destination: unknown = Reflect.get(log, pino.symbols.streamSym);
  afterEach(() => {
    Reflect.set(log, pino.symbols.streamSym, destination);
    log.level = level;
  });

  beforeEach(async () => {
    kept.clear();
    lines.length = 0;
    Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => void lines.push(line) });
    log.level = "trace";
    [walter, moderator] = [await person("moderator", EMAIL), await person("moderator")];
    const author = await person("campaigner");
    const from = "192.0.2.7";
    const complained = { recordType: "service", recordId: crypto.randomUUID(), kind: "closed" } as const;
    const answered = { answeredAt: new Date(), answeredBy: moderator.id, answer: "It is mended." };
    await db
      .insert(complaints)
      .values({ ...complained, why: TYPED.complaint, email: EMAIL, notice: NOTICE, ...answered });
    await db.insert(complaints).values({ ...complained, why: TYPED.openComplaint, email: EMAIL });
    await db.insert(tips).values({ whereabouts: "Newtown", says: TYPED.openTip, email: EMAIL });
    const closed = { closedAt: new Date(), closedBy: moderator.id, answer: "It is on the map." };
    await db.insert(tips).values({
      whereabouts: TYPED.tipAt,
      says: TYPED.tip,
      link: `https://${TYPED.tipLink}.example/`,
      email: EMAIL,
      ...closed,
    });
    const proposal = (given: object) => makeProposal({ postcode: "", town: "Nowhere-on-Sea", ...given });
    const form = (given: object) => ({ ...formOf(proposal(given)), licence: "accepted" });
    const { draftId } = await keepPendingDraft(db, { form: form({ note: TYPED.kept }) });
    const callbackUrl = `/reports/new?draft=${draftId}`;
    await requestSignIn(db, { email: EMAIL, callbackUrl, locale: "en", from });
    await limitAttempts(db, "mail-to", EMAIL);
    const { reportId: draftOf } = await saveDraft(db, walter, { form: form({ placeName: TYPED.draft }) });
    const file = { reportId: draftOf, name: `${TYPED.fileName}.pdf` };
    await saveWholeFile(db, walter, { ...file, sent: Buffer.from("%PDF-1.7\nhello\n%%EOF\n") }, store);
    const begun = await beginFile(db, walter, { ...file, name: "b.pdf", bytes: 1000 });
    await receivePart(db, walter, {
      fileId: begun.id,
      start: 0,
      bytes: Buffer.from(`%PDF ${TYPED.filePart}`),
    });
    await callOneself(db, walter, CHOSEN.called);
    await keepQueueView(db, walter, { name: CHOSEN.view, address: `?q=${CHOSEN.viewOf}` });
    const { ids } = await makeWorld(db);
    const about = {
      ...CITED_IN_FORM,
      aboutType: "place",
      aboutId: ids.place,
      question: "wrong",
      field: "name",
    };
    const said = (note: string) => ({
      ...about,
      proposed: "Zebra House",
      note: `Because of ${note}, it says so.`,
    });
    const page = { draftId: crypto.randomUUID(), step: "fact" as const };
    await keepChangeUnchecked(db, walter, { ...page, form: said(TYPED.keptChange) });
    await keepEntryChange(db, walter, said(TYPED.directChange));

    const first = { placeName: TYPED.rejectedPlace, note: TYPED.earlierNote };
    const sent = await submitReport(db, walter, { form: form(first) });
    const then = { placeName: TYPED.rejectedPlace, note: TYPED.rejectedNote };
    const edited = await editReport(db, walter, { ...sent, form: form(then) });
    await addMessage(db, walter, { reportId: sent.reportId, body: TYPED.message });
    await addMessage(db, moderator, { reportId: sent.reportId, body: `About ${TYPED.replied}?` });
    const firstHeld = await holdReport(db, moderator, { reportId: sent.reportId, ...edited });
    const part = {
      field: "place",
      verdict: "ask",
      comment: `Is ${TYPED.comment} right?`,
      changedTo: null,
    } as const;
    const asked = await requestChanges(db, moderator, {
      reportId: sent.reportId,
      ...firstHeld,
      reason: "One part is not clear.",
      fields: [part],
    });
    const message = `It is ${TYPED.answer}.`;
    const again = await resubmitReport(db, walter, {
      ...asked,
      reportId: sent.reportId,
      form: form(then),
      message,
    });
    const held = await holdReport(db, moderator, { reportId: sent.reportId, ...again });
    const reason = `We found no ${TYPED.rejectedPlace} anywhere.`;
    await rejectReport(db, moderator, { reportId: sent.reportId, ...held, reason });

    published = await submitReport(db, walter, {
      form: form({ placeName: "Harbour Clinic", note: TYPED.publishedNote }),
    });
    const taken = await holdReport(db, moderator, { ...published, version: 2 });
    await approveReport(db, moderator, {
      ...published,
      ...taken,
      reason: "The source says so on its first page.",
    });

    const other = await makeReport(db, { authorId: author.id, state: "submitted" }, proposal({}));
    await reviewReport(db, walter, {
      reportId: other.id,
      revision: 1,
      verdict: "dispute",
      reason: `${TYPED.review} is what I saw there.`,
      source: `${TYPED.review} at the door`,
    });
    await addMessage(db, walter, { reportId: other.id, body: TYPED.messageToOther });
    const mine = await holdReport(db, walter, { reportId: other.id, version: other.version });
    const to = moderator.id.slice(-4);
    await passOn(db, walter, { reportId: other.id, ...mine, to, note: `${TYPED.passNote}: yours` });
    await suspendAccount(db, commandLine, { id: walter.id }, { because: `Because of ${TYPED.suspended}.` });
    await restoreAccount(db, commandLine, { id: walter.id });
    const expiresAt = new Date(Date.now() + 3600_000);
    await insertSession(db, { token: hashSessionToken("walters"), campaignerId: walter.id, expiresAt });
  });

  it("leaves neither their address nor a word of theirs in any column of any table, and the chain verifies", async () => {
    const needles = [
      EMAIL,
      "walter.whistle",
      pseudonym(EMAIL),
      ...Object.values(TYPED),
      ...Object.values(CHOSEN),
    ];
    // Each is there before: the search finds what is there.
    for (const [word, places] of await whereAre(db, needles)) expect(places, word).not.toEqual([]);
    await eraseAccount(db, walter, { id: walter.id });
    for (const [word, places] of await whereAre(db, needles)) expect(places, word).toEqual([]);
    expect(await findAuditBreak(db)).toBeNull();
    // The bytes of files go with the next look of the job, within the hour.
    expect(kept.size).toBe(1);
    const inAnHour = new Date(Date.now() + 3600_000);
    await sweepFiles(db, { unfinishedSince: new Date(), now: inAnHour }, () => store);
    expect(kept.size).toBe(0);
  });

  it("has left neither in any line of the log, whatever went wrong meanwhile", async () => {
    const needles = [EMAIL, "walter.whistle", "Nowhere-on-Sea"];
    needles.push(...Object.values(TYPED), ...Object.values(CHOSEN));
    const refuses = (word: string) => async () => {
      const answer = `550 5.1.1 No such user ${word} here`;
      throw Object.assign(new Error(answer), { code: "EENVELOPE", responseCode: 550, response: answer });
    };
    expect((await sendDueMail(db, refuses("walter.whistle"), { limit: 3 })).failed).toBeGreaterThan(0);
    await sendDueMail(db, async () => undefined);
    // What no use case refuses in words: the database quotes what was typed, or drizzle repeats it with the query.
    const form = new FormData();
    for (const word of needles) {
      form.set("note", word);
      const faults = [
        sql`select ${word}::uuid`,
        sql`select ${word}::date`,
        sql`select ${`{"${word}`}::jsonb`,
        sql`insert into campaigners (email) values (${EMAIL})`,
        sql`select nothing from ${sql.identifier("nowhere")} where says = ${`One line.\n  at ${word}:1:2`}`,
      ];
      for (const fault of faults) {
        const error = await db.transaction((tx) => tx.execute(fault)).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(Error);
        describeFailure(error, form, { name: "reports.submit" });
      }
    }
    await eraseAccount(db, walter, { id: walter.id });
    await eraseAccount(db, walter, { id: walter.id }).catch((error: unknown) =>
      describeFailure(error, form, { name: "account.erase" }),
    );
    const inAnHour = new Date(Date.now() + 3600_000);
    await sweepFiles(db, { unfinishedSince: new Date(), now: inAnHour }, () => store);
    const said = lines.join("").toLowerCase();
    // It is no empty log: a file, the mails that were refused, and every fault.
    expect(lines.length).toBeGreaterThan(needles.length * 5);
    for (const word of [...needles, pseudonym(EMAIL)]) expect(said, word).not.toContain(word.toLowerCase());
  });

  it("signs them out, keeps what was published, and makes nobody of them who could return by the address", async () => {
    expect(await findActorOfToken(db, "walters")).toMatchObject({ id: walter.id });
    await eraseAccount(db, walter, { id: walter.id });
    expect(await findActorOfToken(db, "walters")).toMatchObject({ kind: "visitor" });
    const kept = await findReport(db, published.reportId);
    expect(kept).toMatchObject({ state: "approved", title: "", publishedServiceId: expect.any(String) });
    expect((await whereAre(db, ["Harbour Clinic"])).get("Harbour Clinic")).toContain("services.name");
    expect(await findCampaigner(db, walter.id)).toMatchObject({ email: null, role: "campaigner" });
    expect(await findCampaignerByEmail(db, EMAIL)).toBeUndefined();
    expect((await joinCampaigner(db, EMAIL)).id).not.toBe(walter.id);
    await expect(eraseAccount(db, commandLine, { id: walter.id })).rejects.toMatchObject({
      reason: "erased",
    });
  });

  it("by themselves or the command line; not by an admin, and not so that no admin is left", async () => {
    const admin = await person("admin", "admin@example.org");
    await expect(eraseAccount(db, admin, { id: walter.id })).rejects.toMatchObject({ reason: "not-yours" });
    await expect(eraseAccount(db, admin, { id: admin.id })).rejects.toMatchObject({ reason: "last-admin" });
    await person("admin");
    await eraseAccount(db, admin, { id: admin.id });
    await eraseAccount(db, commandLine, { email: EMAIL });
    expect(await findCampaignerByEmail(db, EMAIL)).toBeUndefined();
  });

  it("is given all of it before, and nobody else's id or address", async () => {
    const text = JSON.stringify(await exportAccount(db, walter, { id: walter.id }));
    const inFiles: readonly string[] = [TYPED.filePart];
    for (const [name, word] of Object.entries({ ...TYPED, EMAIL }))
      if (!inFiles.includes(word)) expect(text, name).toContain(word);
    expect(text).not.toContain(moderator.id);
    const { email } = (await findCampaigner(db, moderator.id)) ?? {};
    expect(text).not.toContain(email);
    expect(text).not.toContain(hashSessionToken("walters"));
    await expect(exportAccount(db, moderator, { id: walter.id })).rejects.toMatchObject({
      reason: "not-yours",
    });
  });
});

describe("the two functions that erase", () => {
  it("touch nobody who is not marked as erased", async () => {
    const { id } = await person("campaigner");
    await expect(
      db.transaction((tx) => tx.execute(sql`select erase_campaigner_texts(${id}::uuid)`)),
    ).rejects.toThrow();
    const report = await makeReport(db, { state: "submitted" });
    await expect(
      db.transaction((tx) => tx.execute(sql`select erase_report_texts(${report.id}::uuid)`)),
    ).rejects.toThrow();
  });
});
