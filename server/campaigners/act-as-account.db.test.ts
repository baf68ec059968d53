import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "@/db/client";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { countMessages, findMessages } from "@/db/queries/decisions";
import { findReportsOfAuthor } from "@/db/queries/reports";
import { tips } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { type CampaignerActor, type Role, VISITOR } from "@/domain/actor";
import { ACCOUNT_LIMITS, DRAFTS_EACH } from "@/domain/campaigners/account-limits";
import { TooManyRequestsError } from "@/domain/errors";
import { formOf } from "@/domain/reports/new-service-form";
import { ATTEMPT_LIMITS } from "@/server/auth/limit-attempts";
import { addMessage } from "@/server/reports/moves/add-message";
import { reviewReport } from "@/server/reports/moves/review-report";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadReport } from "@/server/reports/pages/load-report";
import { setWork } from "@/server/senders/set-work";
import { sendTip, type TipInput } from "@/server/tips/send-tip";

const NOW = new Date("2026-11-28T12:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const proposal = makeProposal({ postcode: "", town: "Nowhere" });
const form = { ...formOf(proposal), licence: "accepted" };
let site: FreshDatabase;
/** Two servers, each with connections of its own. */
let servers: OpenDb[];

beforeAll(async () => {
  site = await freshDatabase();
  servers = [
    openDb({ url: site.url, size: 8, deadlineMs: 60_000 }),
    openDb({ url: site.url, size: 8, deadlineMs: 60_000 }),
  ];
}, 120_000);
afterAll(async () => {
  for (const server of servers) await server.close();
  await site.close();
}, 120_000);

async function person(role: Role): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(site.db, { role });
  return { kind: "campaigner", id, role };
}

/** Sends so many at once, over both servers. @returns how many went through; the others were refused as too many. */
async function atOnce(
  count: number,
  send: (db: OpenDb["db"], index: number) => Promise<unknown>,
  refusal: object = expect.any(TooManyRequestsError),
): Promise<number> {
  const all = Array.from({ length: count }, (_, index) => send((servers[index % 2] ?? site).db, index));
  const settled = await Promise.allSettled(all);
  for (const one of settled) if (one.status === "rejected") expect(one.reason).toEqual(refusal);
  return settled.filter(({ status }) => status === "fulfilled").length;
}

describe("what an account sends at once", () => {
  it("60 reports: those of one minute, and then never more than a day's", async () => {
    const author = await person("campaigner");
    const { minute, day } = ACCOUNT_LIMITS.submit;
    expect(await atOnce(60, (db) => submitReport(db, author, { form }, NOW))).toBe(minute);
    for (let later = 1; later < day / minute; later += 1)
      expect(await atOnce(15, (db) => submitReport(db, author, { form }, minutes(later * 2)))).toBe(minute);
    expect(await atOnce(9, (db) => submitReport(db, author, { form }, minutes(60)))).toBe(0);
    expect(await findReportsOfAuthor(site.db, author.id, 200)).toHaveLength(day);
    expect(await atOnce(2, (db) => submitReport(db, author, { form }, minutes(25 * 60)))).toBe(2);
  });

  it("drafts, messages and reviews", async () => {
    const [author, trusted] = [await person("campaigner"), await person("trusted-campaigner")];
    const full = expect.objectContaining({ reason: "too-many-drafts" });
    expect(await atOnce(30, (db) => saveDraft(db, author, { form }, NOW), full)).toBe(DRAFTS_EACH);
    const report = await makeReport(site.db, { authorId: author.id }, proposal);
    const say = (db: OpenDb["db"], index: number) =>
      addMessage(db, author, { reportId: report.id, body: `Message ${index}` }, NOW);
    expect(await atOnce(20, say)).toBe(ACCOUNT_LIMITS.message.minute);
    const others = await Promise.all(Array.from({ length: 15 }, () => makeReport(site.db, {}, proposal)));
    const review = (db: OpenDb["db"], index: number) =>
      reviewReport(
        db,
        trusted,
        {
          reportId: others[index]?.id ?? "",
          revision: 1,
          verdict: "confirm",
          source: "The board",
          reason: "It stands in the register.",
        },
        NOW,
      );
    expect(await atOnce(15, review)).toBe(ACCOUNT_LIMITS.review.minute);
  });

  it("somebody else's do not count", async () => {
    const [one, two] = [await person("campaigner"), await person("campaigner")];
    await atOnce(15, (db) => submitReport(db, one, { form }, NOW));
    await expect(submitReport(site.db, two, { form }, NOW)).resolves.toMatchObject({ version: 2 });
  });
});

describe("what comes at once without an account", () => {
  const tip = (db: OpenDb["db"], given: Partial<TipInput>) =>
    sendTip(db, {
      actor: VISITOR,
      area: "",
      whereabouts: "Newtown",
      says: "Our surgery was taken over in May.",
      link: "",
      email: "",
      website: "",
      work: "",
      from: "192.0.2.9",
      locale: "en",
      ...given,
    });

  async function solvedWork(): Promise<string> {
    const challenge = await setWork();
    return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
  }

  it("tips of one network: an hour's, and one piece of work is good for one", async () => {
    const { points } = ATTEMPT_LIMITS["complaint-from"];
    const email = (index: number) => `reader-${index}@gmail.com`;
    const send = (db: OpenDb["db"], index: number) =>
      tip(db, { email: email(index), says: `This is missing, number ${index}` });
    expect(await atOnce(points + 10, send)).toBe(points);
    const work = await solvedWork();
    const unknown = expect.objectContaining({ fields: { email: "email-confirms" } });
    const again = (db: OpenDb["db"], index: number) =>
      tip(db, { work, from: `192.0.2.${100 + index}`, says: `This is missing too, number ${index}` });
    expect(await atOnce(10, again, unknown)).toBe(1);
  });

  it("the same words ten times are one tip", async () => {
    const works = await Promise.all(Array.from({ length: 10 }, solvedWork));
    const send = (db: OpenDb["db"], index: number) =>
      tip(db, { work: works[index], from: `198.51.100.${index}` });
    const before = await site.db.$count(tips);
    expect(await atOnce(10, send)).toBe(10);
    expect(await site.db.$count(tips)).toBe(before + 1);
  });
});

describe("a conversation", () => {
  it("ends at 200 messages, is read 20 at a time, and page 1 is the newest", async () => {
    const author = await person("campaigner");
    const report = await makeReport(site.db, { authorId: author.id }, proposal);
    const day = 25 * 60;
    for (let sent = 0; sent < 200; sent += 1)
      await addMessage(
        site.db,
        author,
        { reportId: report.id, body: `Message ${sent}` },
        minutes(sent + (sent >= 100 ? day : 0)),
      );
    const more = addMessage(site.db, author, { reportId: report.id, body: "One more" }, minutes(3 * day));
    await expect(more).rejects.toMatchObject({ reason: "conversation-full" });
    expect(await countMessages(site.db, report.id)).toBe(200);
    const bodies = async (page: number) =>
      (await loadReport(site.db, author, report.id, NOW, page)).messages.map(({ body }) => body);
    const newest = await bodies(1);
    expect([newest.length, newest.at(-1)]).toEqual([20, "Message 199"]);
    expect((await bodies(10))[0]).toBe("Message 0");
    expect(await bodies(99)).toEqual(await bodies(10));
    expect(await bodies(Number.NaN)).toEqual(newest);
    expect(await findMessages(site.db, report.id, { skip: 200, limit: 20 })).toEqual([]);
  });
});
