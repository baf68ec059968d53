import { describe, expect, it, test, vi } from "vitest";
import { makeArea, makeCampaigner, makeReport } from "@/db/factories";
import { mailOutbox, tips } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, ROLES, type Role, VISITOR } from "@/domain/actor";
import { reportFormOfTip } from "@/domain/tips/tip";
import { findAuditBreak } from "@/server/audit";
import { closeTip, showTip } from "@/server/tips/decide-tip";
import { countTips, findTipForReport, loadTip, loadTipLeads, loadTips } from "@/server/tips/load-tips";
import { noteReportOfTip } from "@/server/tips/note-report-of-tip";
import { sendTip, type TipInput } from "@/server/tips/send-tip";

vi.mock("@/server/senders/check-work", () => ({ isWorkDone: async () => true }));

const db = testDb("owner");
const by = (role: Role): CampaignerActor => ({
  kind: "campaigner",
  role,
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
});
const moderator = by("moderator");
const SHOWN = "A surgery may have been taken over. Who runs it?";
const SOURCE = "https://news.example/taken-over";

let sent = 0;
const send = (given: Partial<TipInput> = {}) =>
  sendTip(db, {
    actor: VISITOR,
    area: "",
    whereabouts: "Newtown Surgery",
    says: `Taken over in May, says a neighbour, number ${sent++}`,
    link: "",
    email: "reader@example.org",
    website: "",
    work: "",
    from: `192.0.2.${sent % 200}`,
    locale: "en",
    ...given,
  });
const only = async () => {
  const [tip] = (await loadTips(db, moderator)).tips;
  return { tipId: tip?.id ?? "", version: String(tip?.version) };
};
const mails = async () => (await db.select().from(mailOutbox)).map(({ purpose }) => purpose);

describe("a tip", () => {
  it("without a source is a lead for moderators alone, until one shows it in other words", async () => {
    await makeArea(db, { kind: "constituency", slug: "newtown-north", nameEn: "Newtown North" });
    await send({ area: "constituency~newtown-north" });
    expect((await loadTips(db, moderator)).tips).toMatchObject([
      { whereabouts: "Newtown Surgery", link: null, area: { name: "Newtown North" }, days: 0 },
    ]);
    for (const role of ROLES) expect(await loadTipLeads(db, by(role))).toEqual([]);
    await showTip(db, moderator, { ...(await only()), shown: SHOWN });
    const [lead] = await loadTipLeads(db, by("campaigner"));
    expect(lead).toMatchObject({ text: SHOWN, isShown: true });
    expect(JSON.stringify(lead)).not.toMatch(/neighbour|example\.org/);
    expect([await countTips(db, moderator), await findAuditBreak(db)]).toEqual([0, null]);
  });

  it("with a source can be made a report by a reviewer, with what is known of it; a flagged one by moderators alone", async () => {
    await send({ link: SOURCE, whereabouts: "CA2 7HY" });
    await send({ link: `${SOURCE}-2`, website: "filled in" });
    expect(await loadTipLeads(db, by("campaigner"))).toEqual([]);
    const leads = await loadTipLeads(db, by("trusted-campaigner"));
    expect(leads).toMatchObject([{ link: SOURCE, isShown: false }]);
    const [lead] = leads;
    if (!lead) throw new Error("no lead");
    expect(reportFormOfTip(lead)).toMatchObject({ postcode: "CA2 7HY", "sources.0.url": SOURCE });
    expect(await findTipForReport(db, by("campaigner"), lead.id)).toBeUndefined();
    const { id: authorId } = await makeCampaigner(db);
    const { id: reportId } = await makeReport(db, { authorId });
    await noteReportOfTip(db, by("campaigner"), { tipId: lead.id, reportId });
    expect(await loadTip(db, moderator, lead.id)).toMatchObject({ reportId: null });
    await noteReportOfTip(db, by("trusted-campaigner"), { tipId: lead.id, reportId });
    const { id: later } = await makeReport(db, { authorId });
    await noteReportOfTip(db, moderator, { tipId: lead.id, reportId: later });
    expect(await loadTip(db, moderator, lead.id)).toMatchObject({ reportId });
    expect(await loadTipLeads(db, by("trusted-campaigner"))).toEqual([]);
  });

  it("is closed once, with an answer to who sent it, and is no lead any more", async () => {
    await send();
    const seen = await only();
    await showTip(db, moderator, { ...seen, shown: SHOWN });
    const answer = "We found a notice: it is on the map now.";
    await expect(closeTip(db, moderator, { ...seen, answer })).rejects.toMatchObject({ what: "tip.changed" });
    await closeTip(db, moderator, { ...(await only()), answer });
    expect(await loadTipLeads(db, by("campaigner"))).toEqual([]);
    expect(await mails()).toEqual(["tip.receipt", "tip.answer"]);
    expect(await findTipForReport(db, moderator, seen.tipId)).toBeUndefined();
  });

  it("without an address has neither receipt nor answer, and its number is on the screen", async () => {
    const { reference, mailed } = await send({ email: "" });
    const { tipId, version } = await only();
    expect([tipId.slice(0, 8).toUpperCase(), "nothing"]).toEqual([reference, mailed]);
    await closeTip(db, moderator, { tipId, version, answer: "There is nothing there." });
    expect(await mails()).toEqual([]);
  });

  it("sent twice is one", async () => {
    const says = "The very same words, sent twice";
    const first = await send({ says });
    expect((await send({ says })).reference).toBe(first.reference);
    expect((await loadTips(db, moderator)).total).toBe(1);
  });

  it.each([
    [{ whereabouts: " " }, { whereabouts: "whereabouts" }],
    [{ whereabouts: "x".repeat(121) }, { whereabouts: "whereabouts-long" }],
    [{ says: "" }, { says: "says" }],
    [{ says: "Too short" }, { says: "says-short" }],
    [{ says: "x".repeat(4001) }, { says: "says-long" }],
    [{ link: "news" }, { link: "web-address" }],
    [{ email: "reader" }, { email: "email-invalid" }],
  ])("%j is refused, and says what to do", async (given, fields) => {
    await expect(send(given)).rejects.toMatchObject({ fields });
    expect(await db.$count(tips)).toBe(0);
  });
});

const others: AnyActor[] = [VISITOR, ...ROLES.slice(0, 2).map(by)];
test.each(others)("$role may neither read the tips of the lane nor act on them", async (actor) => {
  await send();
  const seen = await only();
  const refused = { code: "not-allowed" };
  await expect(loadTips(db, actor)).rejects.toMatchObject(refused);
  await expect(countTips(db, actor)).rejects.toMatchObject(refused);
  await expect(loadTip(db, actor, seen.tipId)).rejects.toMatchObject(refused);
  await expect(showTip(db, actor, { ...seen, shown: SHOWN })).rejects.toMatchObject(refused);
  await expect(closeTip(db, actor, { ...seen, answer: SHOWN })).rejects.toMatchObject(refused);
});

test("a visitor sees no leads", async () => {
  await expect(loadTipLeads(db, VISITOR)).rejects.toMatchObject({ reason: "sign-in" });
});
