import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { complaints, mailOutbox, rateLimits, services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, ROLES, VISITOR } from "@/domain/actor";
import { ACCOUNT_LIMITS } from "@/domain/campaigners/account-limits";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import { KEEP_ADDRESS_DAYS, NOTICE_FIELDS } from "@/domain/complaints/complaint";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { MOST_FLAGGED } from "@/domain/senders/sender";
import { findAuditBreak } from "@/server/audit";
import { answerComplaint } from "@/server/complaints/answer-complaint";
import { loadComplaint, loadComplaints } from "@/server/complaints/load-complaints";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { type ComplaintInput, sendComplaint } from "@/server/complaints/send-complaint";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { keepRetention } from "@/server/privacy/keep-retention";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

vi.mock("@/server/senders/check-work", () => ({ isWorkDone: async () => true }));

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  role: "moderator",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
};
const DAY = 86_400_000;

let world: World;
beforeEach(async () => {
  await makeCampaigner(db, { id: moderator.id, role: "moderator" });
  world = await makeWorld(db);
});

let sent = 0;
const send = (given: Partial<ComplaintInput> = {}) =>
  sendComplaint(db, {
    recordType: "provider",
    slug: "okapi-ltd",
    kind: "legal",
    actor: VISITOR,
    website: "",
    work: "",
    link: "",
    locale: "en",
    why: `It does not run this, number ${sent++}`,
    email: "Lawyer@Example.org",
    from: "192.0.2.1",
    ...given,
  });
const outbox = () => db.select().from(mailOutbox);
const NOTICE = {
  law: "england-wales",
  name: "Dr A. Person",
  statement: "Run by Okapi Ltd",
  harm: "It says that I sold my patients.",
  isFalse: "I never sold anything.",
  knows: "no",
  consents: "yes",
};
const waiting = async () => (await loadComplaints(db, moderator)).entries;

describe("a complaint", () => {
  it.each([
    ["service", "lenses-in-the-north", "Lenses in the north"],
    ["place", "zebra-clinic", "Zebra Clinic"],
    ["provider", "okapi-ltd", "Okapi Ltd"],
  ] as const)("about a %s is stored with its receipt, without an account", async (recordType, slug, name) => {
    await send({ recordType, slug });
    expect(await waiting()).toMatchObject([{ recordType, name, kind: "legal", days: 0 }]);
    const [mail, ...more] = await outbox();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: "lawyer@example.org", purpose: "complaint.receipt" });
    expect(mail?.text).toContain(name);
    expect(await findAuditBreak(db)).toBeNull();
  });

  it("writes nothing of what was typed to an address that could be somebody else's", async () => {
    await send({ why: "Buy my pills at https://pills.example/ now" });
    expect((await outbox())[0]?.text).not.toContain("pills");
  });

  it.each([
    ["kind", { kind: "" }, { kind: "kind" }],
    ["kind", { kind: "nonsense" }, { kind: "kind" }],
    ["why", { why: " " }, { why: "why" }],
    ["why", { why: "Too short" }, { why: "why-short" }],
    ["why", { why: "x".repeat(4001) }, { why: "why-long" }],
    ["email", { email: "" }, { email: "email-needed" }],
    ["email", { email: " ", kind: "names-a-person" }, { email: "email-needed" }],
    ["link", { link: "not an address" }, { link: "web-address" }],
    ["link", { link: "http://localhost/a" }, { link: "web-address-host" }],
    ["email", { email: "a@example.org\nBcc: b@example.org" }, { email: "email-invalid" }],
  ])("with a wrong %s is refused, and says what to do", async (_, given, fields) => {
    await expect(send(given)).rejects.toMatchObject({ fields });
    expect(await waiting()).toEqual([]);
  });

  it("of what may be a program is kept, flagged, after all others, and mailed to nobody", async () => {
    const flagged = await send({ website: "https://spam.example", kind: "unsafe" });
    expect(flagged).toMatchObject({ mailed: "nothing" });
    await send({ recordType: "place", slug: "zebra-clinic", email: "", kind: "other" });
    expect(await waiting()).toMatchObject([
      { recordType: "place", isFlagged: false },
      { recordType: "provider", kind: "unsafe", isFlagged: true },
    ]);
    expect(await outbox()).toEqual([]);
  });

  it("of what may be a program is refused, and its sender told, where very many wait", async () => {
    const flags: ["hidden-field"] = ["hidden-field"];
    const row = { recordType: "provider", recordId: world.ids.provider, kind: "other", why: "Spam" } as const;
    await db.insert(complaints).values(Array.from({ length: MOST_FLAGGED - 1 }, () => ({ ...row, flags })));
    await send({ website: "x" });
    await expect(send({ website: "x" })).rejects.toMatchObject({ code: "too-many" });
    expect(await send()).toMatchObject({ mailed: "receipt" });
  });

  it.each(["wrong-provider", "out-of-date", "closed", "unsafe", "other"])(
    "that says %s needs no address, and is a number on the screen",
    async (kind) => {
      const { reference, mailed } = await send({ kind, email: "" });
      const [first] = await waiting();
      expect([first?.id.slice(0, 8).toUpperCase(), mailed]).toEqual([reference, "nothing"]);
      expect(await outbox()).toEqual([]);
      const answer = { complaintId: first?.id ?? "", version: "1", answer: "It is mended, thank you." };
      expect(await answerComplaint(db, moderator, answer)).toBe(false);
      expect(await outbox()).toEqual([]);
    },
  );

  it("of one account is limited by the minute", async () => {
    const { id } = await makeCampaigner(db);
    const actor = { kind: "campaigner", id, role: "campaigner" } as const;
    for (let times = 0; times < ACCOUNT_LIMITS.complaint.minute; times++)
      await send({ actor, email: "", kind: "other" });
    await expect(send({ actor, email: "", kind: "other" })).rejects.toMatchObject({ code: "too-many" });
  });

  it("sent twice is one", async () => {
    await send({ why: "The very same words, sent twice" });
    await send({ why: "The very same words, sent twice" });
    expect(await waiting()).toHaveLength(1);
    expect(await outbox()).toHaveLength(1);
  });

  it("to an address that had three receipts today is kept, and no mail goes there", async () => {
    for (let times = 0; times < 5; times++) await send({ from: `192.0.2.${times}` });
    expect((await loadComplaints(db, moderator)).total).toBe(5);
    expect(await outbox()).toHaveLength(3);
  });

  it("is refused from a network that sent twenty in an hour", async () => {
    for (let times = 0; times < 20; times++) await send({ email: `p${times}@gmail.com` });
    await expect(send()).rejects.toMatchObject({ code: "too-many" });
    expect((await db.select().from(rateLimits)).map(({ key }) => key).join(" ")).not.toContain("192.0.2.1");
  });

  it("about what is not public is not found", async () => {
    await withholdRecord(db, moderator, {
      type: "provider",
      ref: "okapi-ltd",
      reason: "While we look at it",
    });
    await expect(send()).rejects.toMatchObject({ code: "not-found" });
    await expect(send({ slug: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("many complaints", () => {
  const insert = (rows: Partial<typeof complaints.$inferInsert>[]) =>
    db.insert(complaints).values(
      rows.map((row, at) => ({
        recordType: "provider" as const,
        recordId: world.ids.provider,
        kind: "other" as const,
        why: "It is all wrong",
        createdAt: new Date(Date.UTC(2026, 0, 1, 0, at)),
        ...row,
      })),
    );
  const about = (recordId: string, kind: "other" | "unsafe" = "other") => ({ recordId, kind });

  it("about one entry are one line with their number, and hide neither danger nor another entry", async () => {
    await insert(Array.from({ length: 101 }, () => ({})));
    const late = new Date(Date.UTC(2026, 0, 2));
    await insert([{ recordType: "place", recordId: world.ids.place, createdAt: late }]);
    await insert([{ recordType: "service", recordId: world.ids.service, kind: "unsafe", createdAt: late }]);
    const { entries, ...counts } = await loadComplaints(db, moderator);
    expect(counts).toMatchObject({ total: 103, waiting: 103, entriesInAll: 3, page: 1, pages: 1 });
    expect(entries).toMatchObject([
      { recordType: "service", kind: "unsafe", waiting: 1 },
      { recordType: "provider", kind: "other", waiting: 101 },
      { recordType: "place", kind: "other", waiting: 1 },
    ]);
  });

  it("show the dangerous one of an entry first, and it among the others of each", async () => {
    await insert([{}, {}, { kind: "unsafe" }]);
    const [first] = await waiting();
    expect(first).toMatchObject({ kind: "unsafe", waiting: 3 });
    const all = await db.select().from(complaints).orderBy(complaints.createdAt);
    const { others, hasMoreOthers } = await loadComplaint(db, moderator, all[0]?.id ?? "");
    expect(others.map(({ kind }) => kind)).toEqual(["unsafe", "other"]);
    expect(hasMoreOthers).toBe(false);
  });

  it("are all met once from page to page, and a page that is not there is the nearest", async () => {
    await insert(
      Array.from({ length: 60 }, (_, at) => about(crypto.randomUUID(), at === 59 ? "unsafe" : "other")),
    );
    const pages = await Promise.all([1, 2, 3].map((page) => loadComplaints(db, moderator, page)));
    expect(pages.map(({ entries }) => entries.length)).toEqual([25, 25, 10]);
    expect(new Set(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(60);
    expect(pages[0]?.entries[0]?.kind).toBe("unsafe");
    for (const [asked, page] of [
      [99, 3],
      [0, 1],
      [-2, 1],
      [Number.NaN, 1],
      [1.5, 1],
    ] as const)
      expect((await loadComplaints(db, moderator, asked)).page).toBe(page);
  });
});

test("moderators see the oldest first with its age, and never the address", async () => {
  await send({ why: "The first of two, by an hour" });
  await db.update(complaints).set({ createdAt: new Date(Date.now() - 3 * DAY - 1000) });
  await send({ recordType: "place", slug: "zebra-clinic", why: "The second of two, by an hour" });
  const [first, second] = await waiting();
  expect([first?.days, second?.days]).toEqual([3, 0]);
  expect(JSON.stringify(await loadComplaint(db, moderator, first?.id ?? ""))).not.toContain("example.org");
  await expect(loadComplaint(db, moderator, "nonsense")).rejects.toMatchObject({ code: "not-found" });
});

test("an answer is mailed and closes it, once; the address goes some time after", async () => {
  await send();
  const [{ id = "" } = {}] = await waiting();
  const answer = "We looked: you are right, and it is corrected.";
  await answerComplaint(db, moderator, { complaintId: id, version: "1", answer });
  expect(await waiting()).toEqual([]);
  expect((await outbox()).find(({ purpose }) => purpose === "complaint.answer")?.text).toContain(answer);
  const again = answerComplaint(db, moderator, { complaintId: id, version: "1", answer });
  await expect(again).rejects.toMatchObject({ what: "complaint.answered", by: "76bb" });
  await expect(
    answerComplaint(db, moderator, { complaintId: id, version: "1", answer: "No." }),
  ).rejects.toMatchObject({ fields: { answer: "reason-needed" } });
  const emails = async () => (await db.select().from(complaints)).map(({ email }) => email);
  await keepRetention(db, new Date(Date.now() + (KEEP_ADDRESS_DAYS - 1) * DAY));
  expect(await emails()).toEqual(["lawyer@example.org"]);
  await keepRetention(db, new Date(Date.now() + (KEEP_ADDRESS_DAYS + 1) * DAY));
  expect(await emails()).toEqual([null]);
});

describe("a dispute", () => {
  const says = "The provider says that it left in May 2026.";
  const ask = (type: string, ref: string, field = "name", actor: AnyActor = moderator) =>
    markDisputed(db, actor, { type, ref, field, says });

  it.each([
    ["service", "lenses-in-the-north"],
    ["place", "zebra-clinic"],
    ["provider", "okapi-ltd"],
  ])("of a %s is shown beside the fact until it is settled", async (type, ref) => {
    await ask(type, ref);
    expect(await everythingPublic(db, world)).toContain(says);
    await settleDispute(db, moderator, { type, ref, reason: "It was settled with them" });
    expect(await everythingPublic(db, world)).not.toContain(says);
    await expect(
      settleDispute(db, moderator, { type, ref, reason: "It was settled with them" }),
    ).rejects.toMatchObject({ what: "not-disputed" });
  });

  it("leaves the entry counted and named", async () => {
    await ask("service", "lenses-in-the-north", "");
    const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
    expect(row?.visibility).toBe("disputed");
    expect(await everythingPublic(db, world)).toContain("Lenses in the north");
  });

  it("says nothing more while who it names is withheld", async () => {
    await markDisputed(db, moderator, {
      type: "service",
      ref: "lenses-in-the-north",
      field: "provider",
      says: "Okapi Ltd says that it does not run it.",
    });
    await withholdRecord(db, moderator, {
      type: "provider",
      ref: "okapi-ltd",
      reason: "While we look at it",
    });
    expect(await everythingPublic(db, world)).not.toContain("Okapi Ltd");
  });

  it.each([
    ["an unknown fact", { field: "colour" }, { field: "dispute-field" }],
    ["too few words", { says: "No." }, { says: "dispute-short" }],
  ])("of %s is refused", async (_, given, fields) => {
    const input = { type: "service", ref: "lenses-in-the-north", field: "name", says, ...given };
    await expect(markDisputed(db, moderator, input)).rejects.toMatchObject({ fields });
  });

  it("of an entry shown by area only is refused: it has no page", async () => {
    await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, world.ids.service));
    await expect(ask("service", "lenses-in-the-north")).rejects.toMatchObject({ what: "not-public" });
  });
});

const others: AnyActor[] = [
  VISITOR,
  ...ROLES.slice(0, 2).map((role): AnyActor => ({ kind: "campaigner", id: "c-1", role })),
];
test.each(others)("$role may neither read complaints nor act on them", async (actor) => {
  await send();
  const [{ id = "" } = {}] = await waiting();
  const refused = { code: "not-allowed" };
  await expect(loadComplaints(db, actor)).rejects.toMatchObject(refused);
  await expect(loadComplaint(db, actor, id)).rejects.toMatchObject(refused);
  const entry = { type: "provider", ref: "okapi-ltd", field: "", says: "It is disputed, they say" };
  await expect(markDisputed(db, actor, entry)).rejects.toMatchObject(refused);
  await expect(
    settleDispute(db, actor, { ...entry, reason: "It was settled with them" }),
  ).rejects.toMatchObject(refused);
  const answer = { complaintId: id, version: "1", answer: "You are right about this." };
  await expect(answerComplaint(db, actor as CampaignerActor, answer)).rejects.toMatchObject(refused);
});

test("every kind can be sent", async () => {
  for (const [index, kind] of COMPLAINT_KINDS.entries())
    await send({ kind, email: `k${index}@example.org`, notice: NOTICE });
  expect((await db.select().from(complaints)).map(({ kind }) => kind).sort()).toEqual(
    [...COMPLAINT_KINDS].sort(),
  );
});

test("what is disputed about a service stands on the page of its place too, until it is settled", async () => {
  const says = "The provider says that it left in May 2026.";
  const entry = { type: "service", ref: "lenses-in-the-north" };
  await markDisputed(db, moderator, { ...entry, field: "provider", says });
  const onPlace = async () =>
    [
      ...((await loadPlacePage("zebra-clinic", DEFAULT_DEFINITION, db))?.serviceDisputes.values() ?? []),
    ].flat();
  expect(await onPlace()).toMatchObject([{ field: "provider", says }]);
  await settleDispute(db, moderator, { ...entry, reason: "It was settled with them" });
  expect(await onPlace()).toEqual([]);
});

describe("a notice of defamation", () => {
  const notify = (given: Partial<typeof NOTICE> = {}) =>
    send({ kind: "defamation", notice: { ...NOTICE, ...given } });

  it.each(NOTICE_FIELDS)(
    "without its %s is refused beside that field, and nothing is stored",
    async (field) => {
      await expect(notify({ [field]: "" })).rejects.toMatchObject({
        fields: { [`notice.${field}`]: `notice-${field}` },
      });
      expect(await waiting()).toEqual([]);
    },
  );

  it("has the clock of the law until its entry is disputed, and says all of it to a moderator", async () => {
    await notify();
    const now = new Date();
    const [first] = await waiting();
    expect(first).toMatchObject({ clocks: { isStatutory: true }, decidedAt: null });
    const read = await loadComplaint(db, moderator, first?.id ?? "");
    expect(read).toMatchObject({ notice: NOTICE, posterBy: expect.any(Date) });
    expect(read.acknowledgedAt?.getTime()).toBeGreaterThanOrEqual(now.getTime() - 60_000);
    await markDisputed(db, moderator, {
      type: "provider",
      ref: "okapi-ltd",
      field: "",
      says: "Dr Person says that this is untrue.",
      complaintId: first?.id ?? "",
    });
    expect((await waiting())[0]?.decidedAt).toBeInstanceOf(Date);
  });

  it("under the law of Scotland has our own clock, and what is filled in without need is kept too", async () => {
    await notify({ law: "scotland" });
    expect(await waiting()).toMatchObject([{ clocks: { isStatutory: false } }]);
    await send({ kind: "other", recordType: "place", slug: "zebra-clinic", notice: { name: "A. Person" } });
    const rows = await db.select().from(complaints);
    expect(rows.map(({ notice: kept }) => kept?.name).sort()).toEqual(["A. Person", "Dr A. Person"]);
  });

  it("is emptied with the rest of what was written", async () => {
    await notify();
    const [first] = await waiting();
    const answer = { complaintId: first?.id ?? "", version: "1", answer: "It is off the site now." };
    await answerComplaint(db, moderator, answer, new Date(Date.now() - 400 * DAY));
    await keepRetention(db);
    expect(await db.select().from(complaints)).toMatchObject([{ why: "", notice: null }]);
  });
});
