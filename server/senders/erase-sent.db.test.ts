import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { isConfirmed } from "@/db/queries/confirmed";
import {
  auditEntries,
  auditPayloads,
  campaigners,
  complaints,
  mailOutbox,
  secondLooks,
  tips,
} from "@/db/schema";
import { testDb } from "@/db/testing";
import { whereAre } from "@/db/testing-traces";
import { type CampaignerActor, ROLES, type Role, VISITOR } from "@/domain/actor";
import { findAuditBreak } from "@/server/audit";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { requestSignIn } from "@/server/auth/request-sign-in";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import { answerComplaint } from "@/server/complaints/answer-complaint";
import { loadComplaint, loadComplaints } from "@/server/complaints/load-complaints";
import { sendComplaint } from "@/server/complaints/send-complaint";
import { sendDueMail } from "@/server/mail/send-due-mail";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { loadSecondLook, loadSecondLooks } from "@/server/queue/load-second-looks";
import { makeWorld, type World } from "@/server/records/testing-world";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { askErasingSent, loadErasingSent } from "@/server/senders/ask-erasing-sent";
import { closeTip, showTip } from "@/server/tips/decide-tip";
import { loadTip, loadTipLeads } from "@/server/tips/load-tips";
import { sendTip } from "@/server/tips/send-tip";

const db = testDb();
const EMAIL = "wanda.whistle@example.org";
/** What Wanda typed, and what was said to her and of her, each a word that is nowhere else. */
const TYPED = {
  complaint: "Qwixelcomplaint",
  link: "qwixellink",
  name: "Qwixelname",
  harm: "Qwixelharm",
  answered: "Qwixelanswered",
  answer: "Qwixelreply",
  unread: "Qwixelunread",
  tip: "Qwixeltip",
  at: "Qwixeltown",
  shown: "Qwixelshown",
  closedTip: "Qwixelclosed",
  tipAnswer: "Qwixelbecame",
  reason: "Qwixelletter",
  agreed: "Qwixelagreed",
};
const because = `She wrote a letter, ${TYPED.reason}, on 3 November`;
const agreeing = `I have read the letter, ${TYPED.agreed}, too`;
const NOTICE = {
  law: "england-wales",
  name: TYPED.name,
  statement: "Run by Okapi Ltd",
  harm: `It says that I sold ${TYPED.harm}.`,
  isFalse: "I never sold anything.",
  knows: "no",
  consents: "yes",
};

async function person(role: Role, called: string | null = null): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role, called });
  return { kind: "campaigner", id, role };
}

let world: World;
let admin: CampaignerActor;
let second: CampaignerActor;
let moderator: CampaignerActor;
/** An account whose holder sends things with Wanda's address, which is no account's: it needs no work of a browser. */
let helper: CampaignerActor;
beforeEach(async () => {
  world = await makeWorld(db);
  [admin, second] = [await person("admin"), await person("admin")];
  [moderator, helper] = [await person("moderator"), await person("campaigner")];
});

const sender = () => ({ actor: helper, website: "", work: "", from: "192.0.2.1", locale: "en" }) as const;
const complain = (why: string, email: string, given: object = {}) =>
  sendComplaint(db, {
    ...sender(),
    recordType: "service",
    slug: world.refs.service,
    kind: "legal",
    link: "",
    why,
    email,
    ...given,
  });
const tell = (whereabouts: string, says: string, email: string, link = "") =>
  sendTip(db, { ...sender(), area: "", whereabouts, says, link, email });

/** The one that moderators can read: another of its kind was never confirmed. */
const complaintOf = async (kind: "defamation" | "legal") => {
  const rows = await db
    .select()
    .from(complaints)
    .where(and(eq(complaints.kind, kind), isConfirmed(complaints)));
  return rows[0]?.id ?? "";
};
/** The one that is open. */
const openTip = async () => {
  const [row] = await db.select().from(tips).where(isNull(tips.closedAt));
  return { tipId: row?.id ?? "", version: String(row?.version) };
};
const openLook = async () =>
  (await db.select().from(secondLooks)).find(({ verdict }) => verdict === null)?.id ?? "";

/** All that Wanda sent: a notice that waits, a complaint that was answered, one that nobody confirmed, a shown tip and a closed one. */
async function everythingSent() {
  const link = `https://${TYPED.link}.example/`;
  await complain(`It harms ${TYPED.complaint}.`, EMAIL, { kind: "defamation", notice: NOTICE, link });
  await complain(`They have left ${TYPED.answered}.`, EMAIL);
  const id = await complaintOf("legal");
  await answerComplaint(db, moderator, {
    complaintId: id,
    version: "1",
    answer: `You wrote of ${TYPED.answer}, and it is so.`,
  });
  await tell("Newtown", `A surgery of ${TYPED.closedTip} is missing`, EMAIL);
  await closeTip(db, moderator, { ...(await openTip()), answer: `We found ${TYPED.tipAnswer} there.` });
  await complain(`Not yet confirmed, ${TYPED.unread}`, EMAIL, { actor: VISITOR });
  await tell(TYPED.at, `A clinic of ${TYPED.tip} is missing`, EMAIL, link);
  await showTip(db, moderator, { ...(await openTip()), shown: `Who runs ${TYPED.shown} now?` });
  await limitAttempts(db, "mail-to", EMAIL);
  const { draftId } = await keepPendingDraft(db, { form: { note: "x", licence: "accepted" } });
  await requestSignIn(db, {
    email: EMAIL,
    callbackUrl: `/reports/new?draft=${draftId}`,
    locale: "en",
    from: "192.0.2.7",
  });
  // Half of the mail has left, and half waits.
  await sendDueMail(db, async () => undefined, { limit: 3 });
}

describe("erasing what somebody without an account sent", () => {
  it("leaves neither their address nor a word of theirs in any column of any table, and the chain verifies", async () => {
    await complain("Another reader says that it has closed", "reader@example.org", { kind: "closed" });
    await everythingSent();
    const id = await complaintOf("defamation");
    expect(await askErasingSent(db, admin, { kind: "complaint", id, because })).toBe("two");
    const lookId = await openLook();
    const needles = [EMAIL, "wanda.whistle", pseudonym(EMAIL), ...Object.values(TYPED)];
    for (const [word, places] of await whereAre(db, needles))
      if (word !== TYPED.agreed) expect(places, word).not.toEqual([]);
    const mails = await db.$count(mailOutbox);
    expect(await decideSecondLook(db, second, { id: lookId, agrees: true, because: agreeing })).toBe(
      "agreed",
    );
    for (const [word, places] of await whereAre(db, needles)) expect(places, word).toEqual([]);
    expect(await findAuditBreak(db)).toBeNull();
    // No mail goes out for it, and what others sent is untouched.
    expect(await db.$count(mailOutbox)).toBeLessThan(mails);
    expect((await whereAre(db, ["reader@example.org"])).get("reader@example.org")).toContain(
      "complaints.email",
    );
    expect(await db.$count(complaints, eq(complaints.why, ""))).toBe(2);
  });

  it("closes what is open and says that it is erased: on its page, in the lane, beside the second look, in the audit", async () => {
    await everythingSent();
    const id = await complaintOf("defamation");
    const { tipId } = await openTip();
    await askErasingSent(db, admin, { kind: "tip", id: tipId, because });
    const lookId = await openLook();
    expect(await loadSecondLooks(db, second)).toMatchObject([
      { about: "erase-tip", name: tipId.slice(0, 8).toUpperCase(), refusal: null },
    ]);
    expect(await loadErasingSent(db, second, { kind: "tip", id: tipId })).toMatchObject({ lookId });
    await decideSecondLook(db, second, { id: lookId, agrees: true, because: agreeing });
    const closed = { erasedAt: expect.any(Date), answer: "" };
    expect(await loadTip(db, moderator, tipId)).toMatchObject({
      ...closed,
      closedAt: expect.any(Date),
      says: "",
    });
    expect(await loadComplaint(db, moderator, id)).toMatchObject({ ...closed, answeredAt: expect.any(Date) });
    expect((await loadComplaints(db, moderator)).total).toBe(0);
    expect(await loadTipLeads(db, helper)).toEqual([]);
    expect(await loadSecondLook(db, second, lookId)).toMatchObject({
      reason: "",
      decided: { verdict: "agreed", because: "" },
    });
    const [said] = await db
      .select({ entry: auditEntries, payload: auditPayloads.payload })
      .from(auditEntries)
      .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
      .where(eq(auditEntries.action, "tip.erased"));
    expect(said).toMatchObject({
      entry: { subjectId: tipId, actorId: second.id },
      payload: { isAlone: false },
    });
    // What was shown to one who opened it before is not answered afterwards.
    const answer = "An answer that is long enough";
    await expect(
      answerComplaint(db, moderator, { complaintId: id, version: "1", answer }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("by its id alone, where no address is held any more; and alone, where nobody else could agree", async () => {
    await everythingSent();
    await db.update(complaints).set({ email: null });
    const other = await openTip();
    for (const { id } of [second, moderator]) await suspend(id);
    const id = await complaintOf("legal");
    expect(await askErasingSent(db, admin, { kind: "complaint", id, because })).toBe("alone");
    const found = await whereAre(db, [TYPED.answered, TYPED.answer, TYPED.complaint, TYPED.tip]);
    expect([...found.values()].map((places) => places.length > 0)).toEqual([false, false, true, true]);
    // Its mail is found by its number.
    expect(await db.$count(mailOutbox, eq(mailOutbox.dedupeKey, `complaint.answer:${id}`))).toBe(0);
    expect(await loadTip(db, admin, other.tipId)).toMatchObject({ erasedAt: null });
    expect(await findAuditBreak(db)).toBeNull();
  });

  it("does nothing where the second person does not agree, or who asked takes it back", async () => {
    await everythingSent();
    const thing = { kind: "complaint", id: await complaintOf("legal") } as const;
    for (const [who, verdict] of [
      [second, "declined"],
      [admin, "taken-back"],
    ] as const) {
      await askErasingSent(db, admin, { ...thing, because });
      const answer = { id: await openLook(), agrees: false, because: agreeing };
      expect(await decideSecondLook(db, who, answer)).toBe(verdict);
    }
    const [kept] = (await whereAre(db, [TYPED.answered])).values();
    expect(kept).toEqual(["complaints.why"]);
  });
});

async function suspend(id: string) {
  await db
    .update(campaigners)
    .set({ suspendedAt: new Date(), suspendedBecause: "A test" })
    .where(eq(campaigners.id, id));
}

describe("who may not", () => {
  let thing: { kind: "complaint"; id: string };
  beforeEach(async () => {
    await complain("It has moved away from here", EMAIL);
    thing = { kind: "complaint", id: await complaintOf("legal") };
  });
  const ask = (actor: CampaignerActor, given: object = {}) =>
    askErasingSent(db, actor, { ...thing, because, ...given });

  test.each(ROLES.slice(0, -1))("a %s may not ask, and is shown nothing of it", async (role) => {
    const actor = await person(role);
    await expect(ask(actor)).rejects.toMatchObject({ reason: "not-admin" });
    expect(await loadErasingSent(db, actor, thing)).toBeNull();
  });

  test("it is asked for once, and not again when it is done", async () => {
    await ask(admin);
    await expect(ask(second)).rejects.toMatchObject({ what: "second-waits" });
    const lookId = await openLook();
    const agree = (actor: CampaignerActor) =>
      decideSecondLook(db, actor, { id: lookId, agrees: true, because: agreeing });
    await expect(agree(admin)).rejects.toMatchObject({ reason: "second-asked" });
    await expect(agree(moderator)).rejects.toMatchObject({ reason: "second-other" });
    await agree(second);
    await expect(ask(second)).rejects.toMatchObject({ reason: "sent-erased" });
    expect(await loadErasingSent(db, admin, thing)).toMatchObject({ refusal: "sent-erased", lookId: null });
  });

  test("whoever made the entry asks for nothing, as long as another admin can, and is no second", async () => {
    const maker = await person("admin");
    const made = { state: "approved", publishedServiceId: world.ids.service } as const;
    await makeReport(db, { authorId: maker.id, ...made });
    await expect(ask(maker)).rejects.toMatchObject({ reason: "own-entry" });
    await ask(admin);
    const answer = { id: await openLook(), agrees: true, because: agreeing };
    await expect(decideSecondLook(db, maker, answer)).rejects.toMatchObject({ reason: "second-concerned" });
  });

  test("of an address that is an account's all is erased with the account", async () => {
    const { id: accountId } = await makeCampaigner(db, { email: EMAIL });
    await expect(ask(admin)).rejects.toMatchObject({ reason: "has-account" });
    expect(await loadErasingSent(db, admin, thing)).toMatchObject({ refusal: "has-account", accountId });
  });

  test.each([
    ["a reason that is too short", { because: "By letter" }, { fields: { because: "reason-needed" } }],
    ["what is not there", { id: crypto.randomUUID() }, { code: "not-found" }],
    ["no id", { id: "1" }, { code: "not-found" }],
  ])("%s is refused", async (_, given, refused) => {
    await expect(ask(admin, given)).rejects.toMatchObject(refused);
  });
});
