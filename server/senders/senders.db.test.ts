import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { complaints, mailOutbox, tips } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { RETENTION } from "@/domain/privacy/retention";
import { findAuditBreak } from "@/server/audit";
import { ATTEMPT_LIMITS, WORK_MINUTES } from "@/server/auth/limit-attempts";
import { confirmSent, isLinkOfSent } from "@/server/complaints/confirm-sent";
import { loadComplaint, loadComplaints } from "@/server/complaints/load-complaints";
import { sendComplaint } from "@/server/complaints/send-complaint";
import { keepRetention } from "@/server/privacy/keep-retention";
import { admitSender } from "@/server/senders/admit-sender";
import { isWorkDone } from "@/server/senders/check-work";
import { setWork } from "@/server/senders/set-work";
import { loadTips } from "@/server/tips/load-tips";
import { sendTip } from "@/server/tips/send-tip";

const db = testDb("owner");
const moderator: CampaignerActor = {
  kind: "campaigner",
  role: "moderator",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
};
const DAY = 86_400_000;

async function solve(challenge: Challenge): Promise<string> {
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}
const answered = (work: string, change: (work: Awaited<ReturnType<typeof read>>) => void) => {
  const sent = read(work);
  change(sent);
  return JSON.stringify(sent);
};
const read = (work: string) =>
  JSON.parse(work) as {
    challenge: { parameters: Record<string, unknown>; signature: string };
    solution: { counter: number; derivedKey: string };
  };

describe("what a browser works out", () => {
  it("is good once, and only as it was set", async () => {
    const work = await solve(await setWork());
    for (const [what, wrong] of Object.entries({
      "another key": answered(work, (sent) => {
        sent.solution.derivedKey = sent.solution.derivedKey.replace(/^./, (first) =>
          first === "a" ? "b" : "a",
        );
      }),
      "an easier question": answered(work, (sent) => {
        sent.challenge.parameters.keyPrefix = "00";
      }),
      "a later end": answered(work, (sent) => {
        sent.challenge.parameters.expiresAt = Date.now();
      }),
      "one more name": answered(work, (sent) => {
        sent.challenge.parameters.data = {};
      }),
      "a signature of its own": answered(work, (sent) => {
        sent.challenge.signature = "0".repeat(64);
      }),
      "no JSON": "x",
      "too much": work.padEnd(5000),
      nothing: "",
    }))
      expect([what, await isWorkDone(db, wrong)]).toEqual([what, false]);
    expect(await isWorkDone(db, undefined)).toBe(false);
    expect(await isWorkDone(db, work)).toBe(true);
    expect(await isWorkDone(db, work)).toBe(false);
  });

  it("is good for some minutes", async () => {
    const late = await solve(await setWork(new Date(Date.now() - (WORK_MINUTES * 60 + 1) * 1000)));
    expect(await isWorkDone(db, late)).toBe(false);
  });
});

const MANY = ATTEMPT_LIMITS["complaint-domain"].points;
let networks = 0;
const sender = (given: object = {}) => ({
  actor: VISITOR,
  website: "",
  work: "",
  from: `2001:db8:0:${networks++}::/64`,
  ...given,
});
const known = (given: object = {}) => sender({ actor: moderator, ...given });

describe("who sends without an account", () => {
  it.each([
    ["without scripts gets a link", sender(), "a@example.org", { flags: [], mailed: "link" }],
    ["with one gets a receipt", known(), "a@example.org", { flags: [], mailed: "receipt" }],
    ["and without an address, nothing", known(), null, { flags: [], mailed: "nothing" }],
    [
      "and fills in what nobody sees is flagged and gets no mail",
      known({ website: "x" }),
      "a@example.org",
      { flags: ["hidden-field"], mailed: "nothing" },
    ],
  ])("%s", async (_, given, email, expected) => {
    expect(await admitSender(db, given, email)).toEqual(expected);
  });

  it("without scripts and without an address is told that we need one", async () => {
    await expect(admitSender(db, sender(), null)).rejects.toMatchObject({
      fields: { email: "email-confirms" },
    });
  });

  it("gets so many links a day and address, and is told", async () => {
    for (let times = 0; times < ATTEMPT_LIMITS["link-to"].points; times++)
      await admitSender(db, sender(), "a@example.org");
    await expect(admitSender(db, sender(), "a@example.org")).rejects.toMatchObject({
      fields: { email: "email-links" },
    });
  });

  it("is flagged where very many come from one mail domain, wherever below it, and not at a provider for everybody", async () => {
    for (let times = 0; times < MANY; times++) {
      await admitSender(db, known(), `a@x${times}.example.org`);
      await admitSender(db, known(), `a${times}@gmail.com`);
    }
    expect(await admitSender(db, known(), "b@y.example.org")).toEqual({
      flags: ["mail-domain"],
      mailed: "nothing",
    });
    expect(await admitSender(db, known(), "b@gmail.com")).toEqual({ flags: [], mailed: "receipt" });
  });

  it("is refused from a network that sent very many, and another is not", async () => {
    const from = "2001:db8:ffff:1::/64";
    for (let times = 0; times < ATTEMPT_LIMITS["complaint-from"].points; times++)
      await admitSender(db, known({ from }), null);
    await expect(admitSender(db, known({ from }), null)).rejects.toMatchObject({ code: "too-many" });
    await admitSender(db, known({ from: "2001:db8:ffff:2::/64" }), null);
  });
});

const tip = (given: object = {}) =>
  sendTip(db, {
    ...sender(),
    area: "",
    whereabouts: "Newtown",
    says: "Our surgery was taken over in May.",
    link: "",
    email: "reader@example.org",
    locale: "en",
    ...given,
  });
const complaint = (given: object = {}) =>
  sendComplaint(db, {
    ...sender(),
    recordType: "area",
    slug: "constituency~newtown-north",
    kind: "out-of-date",
    why: "The practice closed in the spring.",
    link: "",
    email: "reader@example.org",
    locale: "en",
    ...given,
  });
const tokenOf = async (purpose = "sent.confirm") => {
  const [mail] = await db.select().from(mailOutbox).where(eq(mailOutbox.purpose, purpose));
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
};
const newtown = () => makeArea(db, { kind: "constituency", slug: "newtown-north", nameEn: "Newtown North" });

describe("the mailed link", () => {
  it.each([
    ["a tip", tip, async () => (await loadTips(db, moderator)).total],
    ["a complaint", complaint, async () => (await loadComplaints(db, moderator)).total],
  ])("confirms %s: before, nobody reads it; pressed again, it is the same", async (_, send, waiting) => {
    await newtown();
    const sent = await send();
    expect(sent.mailed).toBe("link");
    expect(await send()).toEqual(sent);
    expect(await waiting()).toBe(0);
    const token = await tokenOf();
    expect([await isLinkOfSent(db, token), await isLinkOfSent(db, "made-up")]).toEqual([true, false]);
    const confirmed = { reference: sent.reference, mailed: "receipt" };
    expect(await confirmSent(db, { token, locale: "en" })).toEqual(confirmed);
    expect(await confirmSent(db, { token, locale: "en" })).toEqual(confirmed);
    expect(await waiting()).toBe(1);
    const mails = (await db.select().from(mailOutbox)).map(({ purpose }) => purpose);
    expect(mails).toHaveLength(2);
    expect(mails).toEqual(expect.arrayContaining(["sent.confirm", expect.stringContaining(".receipt")]));
    expect(await findAuditBreak(db)).toBeNull();
  });

  it("tells nothing that was typed, and goes with what was sent after its days", async () => {
    await newtown();
    await Promise.all([
      tip({ says: "Buy my pills at pills.example" }),
      complaint({ why: "Buy my pills at pills.example" }),
    ]);
    expect((await db.select().from(mailOutbox)).map(({ text }) => text).join()).not.toContain("pills");
    const token = await tokenOf();
    await keepRetention(db, new Date(Date.now() + (RETENTION.unconfirmed.count - 1) * DAY));
    expect(await isLinkOfSent(db, token)).toBe(true);
    await keepRetention(db, new Date(Date.now() + (RETENTION.unconfirmed.count + 1) * DAY));
    expect([await db.$count(tips), await db.$count(complaints)]).toEqual([0, 0]);
    await expect(confirmSent(db, { token, locale: "en" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a complaint about an area's page", () => {
  it("is found by its kind and name, with its source as it is stored", async () => {
    await newtown();
    await complaint({
      actor: VISITOR,
      work: await solve(await setWork()),
      link: "https://News.example/a?utm_source=x",
    });
    const [first] = (await loadComplaints(db, moderator)).entries;
    expect(first).toMatchObject({ recordType: "area", name: "Newtown North" });
    expect(await loadComplaint(db, moderator, first?.id ?? "")).toMatchObject({
      link: "https://news.example/a",
      slug: "constituency~newtown-north",
      isNameless: false,
    });
  });

  it.each(["newtown-north", "council~newtown-north", "constituency~x~y", "constituency~"])(
    "%j is no such page",
    async (slug) => {
      await newtown();
      await expect(complaint({ slug })).rejects.toMatchObject({ code: "not-found" });
    },
  );
});
