import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import {
  makeCampaigner,
  makePlace,
  makeProposal,
  makeProvider,
  makeReport,
  makeService,
} from "@/db/factories";
import { saveImportComment } from "@/db/queries/import-comments";
import { listRows } from "@/db/queries/imports";
import {
  auditEntries,
  auditPayloads,
  claims,
  complaints,
  erasedRecords,
  mailOutbox,
  pendingDrafts,
  places,
  providers,
  reportFiles,
  reports,
  secondLooks,
  services,
  slugHistory,
  sources,
  tips,
} from "@/db/schema";
import { freshDatabase, testDb } from "@/db/testing";
import { whereAre } from "@/db/testing-traces";
import { type CampaignerActor, ROLES, type Role } from "@/domain/actor";
import type { EntryType } from "@/domain/records/entry-path";
import { findAuditBreak } from "@/server/audit";
import type { FileStore } from "@/server/file-store/file-store";
import { sweepFiles } from "@/server/file-store/sweep-files";
import { saveWholeFile } from "@/server/files/save-file";
import { stage } from "@/server/imports/testing";
import { loadCorrections } from "@/server/pages/load-corrections";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { loadSecondLook, loadSecondLooks } from "@/server/queue/load-second-looks";
import { askErasingRecord, loadErasingRecord } from "@/server/records/ask-erasing-record";
import { eraseRecord } from "@/server/records/erase-record";
import { erasedText, findErasedTexts } from "@/server/records/erased-marks";
import { loadRecord } from "@/server/records/load-record";
import { loadWithheld } from "@/server/records/load-withheld";
import { mergeRecords } from "@/server/records/merge-records";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { restoreRecord } from "@/server/records/restore-record";
import { saveRecords } from "@/server/records/save-records";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { withoutErased } from "@/server/records/without-erased";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { held, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
const reason = "They wrote that they want to be left alone";
const because = "By letter of 3 November, with a copy of a passport";
const agreeing = "I have read the letter and the copy too";

async function person(role: Role, called: string | null = null): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role, called });
  return { kind: "campaigner", id, role };
}

let admin: CampaignerActor;
let second: CampaignerActor;
beforeEach(async () => {
  [admin, second] = [await person("admin"), await person("admin")];
});

const withhold = (type: EntryType, ref: string) => withholdRecord(db, admin, { type, ref, reason });
const openLook = async () =>
  (await db.select().from(secondLooks)).find(({ verdict }) => verdict === null)?.id ?? "";
const agree = async (actor: CampaignerActor = second, given: object = {}) =>
  decideSecondLook(db, actor, { id: await openLook(), agrees: true, because: agreeing, ...given });

/** Of a person two moderators approve. */
async function approvedByTwo(proposal: Parameters<typeof makeProposal>[0]) {
  const [first, other] = [await person("moderator"), await person("moderator")];
  const seen = await held(db, first, proposal);
  const sent = await approveReport(db, first, { ...seen, reason: REASON, fields: [] }, NOW);
  await confirmReport(db, other, { reportId: seen.reportId, version: sent.version, reason: REASON });
  const [service] = await db.select().from(services);
  if (!service) throw new Error("nothing was published");
  return { service, reportId: seen.reportId, actor: other };
}

/** Taken off the site, asked for by one and agreed by another. */
async function erase(type: EntryType, ref: string) {
  await withhold(type, ref);
  expect(await askErasingRecord(db, admin, { type, ref, because })).toBe("two");
  await agree();
}

describe("somebody who is named in entries", () => {
  const PERSON = "Dr Wilhelmina Qwixelbottom";
  const PLACE = "The Wilhelmina Qwixelbottom Surgery";
  /** Where the name is, or what was said of them, each in a word that is nowhere else. */
  const SAID = {
    name: "qwixelbottom",
    title: "Qwixeltitle",
    publisher: "Qwixelpublisher",
    link: "qwixellink",
    quotation: "Qwixelquotation",
    note: "Qwixelnote",
    street: "Qwixelstreet",
    draft: "Qwixeldraft",
    complaint: "Qwixelcomplaint",
    answer: "Qwixelanswer",
    file: "Qwixelfile",
    sender: "qwixelsender",
    slug: "qwixelslug",
    comment: "Qwixelcomment",
  };
  const kept = new Map<string, Buffer>();
  const store: FileStore = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
  };
  let ids: { service: string; place: string; provider: string };
  let moderator: CampaignerActor;
  let twin: string;

  beforeEach(async () => {
    kept.clear();
    const { service, reportId, actor } = await approvedByTwo({
      placeName: PLACE,
      providerName: PERSON,
      addressLines: `1 ${SAID.street}`,
      note: `${SAID.note}: she told me`,
      sources: [
        {
          kind: "news",
          title: `${SAID.title}: doctor takes over`,
          publisher: SAID.publisher,
          url: `https://${SAID.link}.example/`,
          publishedOn: "2026-06",
          says: `${PERSON}, ${SAID.quotation}, runs the surgery.`,
        },
      ],
    });
    moderator = actor;
    ids = { service: service.id, place: service.placeId ?? "", provider: service.providerId ?? "" };
    const author = (await db.select().from(reports).where(eq(reports.id, reportId)))[0]?.authorId ?? "";
    const sent = Buffer.from("%PDF-1.7\nhello\n%%EOF\n");
    const writer: CampaignerActor = { kind: "campaigner", id: author, role: "campaigner" };
    await db.update(reports).set({ state: "submitted" }).where(eq(reports.id, reportId));
    await saveWholeFile(db, writer, { reportId, name: `${SAID.file}.pdf`, sent }, store);
    await db.update(reports).set({ state: "approved" }).where(eq(reports.id, reportId));
    // What others said of it, and what is kept of that.
    await db.insert(complaints).values({
      recordType: "provider",
      recordId: ids.provider,
      kind: "names-a-person",
      called: PERSON,
      why: `I am she: ${SAID.complaint}`,
      email: `${SAID.sender}@example.org`,
      answeredAt: new Date(),
      answeredBy: moderator.id,
      answer: `We took ${SAID.answer} off`,
    });
    await db.insert(tips).values({
      whereabouts: PLACE,
      says: `${PERSON} runs it`,
      closedAt: new Date(),
      closedBy: moderator.id,
      answer: "It is on the map.",
    });
    await db.insert(mailOutbox).values({
      recipient: "author@example.org",
      subject: "Your report",
      text: `It is published: ${PLACE}`,
      purpose: "report.decided",
    });
    await db.insert(pendingDrafts).values({
      draft: { placeName: `${PLACE} ${SAID.draft}` },
      expiresAt: new Date(Date.now() + 3600_000),
    });
    await makeReport(db, { state: "draft", revision: 0, draft: { providerName: PERSON } });
    const rejected = makeProposal({ providerName: PERSON, placeName: "Elsewhere" });
    await makeReport(db, { state: "rejected" }, rejected);
    await db.insert(slugHistory).values({ recordType: "provider", recordId: ids.provider, slug: SAID.slug });
    // A twin under her other name, and another organisation of which a document says that she had it.
    twin = (await makeProvider(db, { name: "Wilhelmina Qwixelbottom Ltd", slug: "qwixelbottom-ltd" })).id;
    await mergeRecords(db, moderator, "provider", [{ twin, into: ids.provider }], reason);
    const world = await makeWorld(db);
    const [source] = await db
      .insert(sources)
      .values({
        kind: "news",
        title: `${PERSON} and others`,
        publisher: "A paper",
        url: "https://paper.example/wilhelmina-qwixelbottom",
        note: PLACE,
      })
      .returning();
    await saveRecords(
      db,
      admin,
      [
        {
          recordType: "provider",
          recordId: world.ids.provider,
          claims: [
            {
              field: "about",
              value: "An organisation of the north",
              sourceId: source?.id ?? "",
              says: `Until 2020 it was ${PERSON}’s.`,
              confirmedOn: "2026-04-01",
            },
          ],
        },
      ],
      { reason: `Of ${PLACE}`, action: "record.changed", subject: { type: "batch", id: randomUUID() } },
    );
    const list = `Place,Town,Postcode,Kind of care,Provider,Kind of provider\n${PLACE},Carlisle,CA2 7HY,hearing,${PERSON},company\n`;
    const batchId = await stage(db, admin, list);
    // What she, and another who speaks of her, wrote about the rows of an import.
    const wrote = { batchId, url: "", writtenOn: "2026-11-02", recordedBy: admin.id };
    for (const said of [
      { providerId: ids.provider, organisation: "The practice", comment: SAID.comment, document: "Letter" },
      {
        providerId: randomUUID(),
        organisation: "Gnu Ltd",
        comment: "We agree.",
        document: `About ${PERSON}`,
      },
    ])
      await saveImportComment(db, Object.assign({}, wrote, said));
    for (const [type, ref] of [
      ["service", ids.service],
      ["place", ids.place],
      ["provider", ids.provider],
    ] as const)
      await withhold(type, ref);
  });

  const eraseNow = async (type: EntryType) => {
    expect(await askErasingRecord(db, admin, { type, ref: ids[type], because })).toBe("two");
    await agree();
  };

  it("is in no column of any table afterwards, nor in a file, and the chain verifies", async () => {
    const needles = Object.values(SAID);
    for (const [word, at] of await whereAre(db, needles)) expect(at, word).not.toEqual([]);
    const payloads = await db.$count(auditPayloads);
    await eraseNow("service");
    await eraseNow("place");
    await eraseNow("provider");
    for (const [word, at] of await whereAre(db, needles)) expect(at, word).toEqual([]);
    expect(await findAuditBreak(db)).toBeNull();
    expect(await db.$count(auditPayloads)).toBeLessThan(payloads + 12);
    expect(kept.size).toBe(1);
    await sweepFiles(db, { unfinishedSince: new Date(), now: new Date(Date.now() + 3600_000) }, () => store);
    expect(kept.size).toBe(0);
    expect(await db.$count(reportFiles)).toBe(0);
    // What others say stands, without the words; nothing that was erased is made anew from what is left.
    await rebuildRecords(db, admin);
    const [other] = await db.select().from(claims).where(eq(claims.field, "about"));
    expect(other).toMatchObject({
      value: "An organisation of the north",
      says: "Quotation left out by a moderator.",
    });
  });

  it("leaves that there was an entry of which kind, when it was made and erased, and by whom", async () => {
    const [before] = await db.select().from(services).where(eq(services.id, ids.service));
    await eraseNow("service");
    const [row] = await db.select().from(services).where(eq(services.id, ids.service));
    expect(row).toMatchObject({
      visibility: "erased",
      name: "",
      slug: `erased-${ids.service}`,
      placeId: null,
      createdAt: before?.createdAt,
      publishedAt: before?.publishedAt,
    });
    const [erased] = await db.select().from(erasedRecords).where(eq(erasedRecords.recordId, ids.service));
    expect(erased).toMatchObject({ recordType: "service", erasedBy: second.id, erasedWith: null });
    const told = await db
      .select({ actor: auditEntries.actorId, payload: auditPayloads.payload })
      .from(auditEntries)
      .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
      .where(eq(auditEntries.action, "record.erased"));
    expect(told).toEqual([{ actor: second.id, payload: { isAlone: false, along: 0 } }]);
    expect(await loadWithheld(db, admin)).toHaveLength(2);
    expect(await loadRecord(db, admin, "service", ids.service)).toMatchObject({ record: { name: "" } });
    const { corrections } = await loadCorrections(db);
    expect(corrections[0]).toMatchObject({ category: "erased", label: "erased", name: null, path: null });
    await expect(
      restoreRecord(db, admin, { type: "service", ref: ids.service, reason }),
    ).rejects.toMatchObject({ what: "not-withheld" });
  });

  it("takes what was merged into it along, and knows all old addresses by a hash", async () => {
    const slugs = await db.select({ slug: providers.slug }).from(providers);
    await eraseNow("service");
    await eraseNow("place");
    await eraseNow("provider");
    expect(await db.select().from(erasedRecords).where(eq(erasedRecords.recordId, twin))).toMatchObject([
      { erasedWith: ids.provider },
    ]);
    const addresses = [...slugs.map(({ slug }) => slug), SAID.slug].map((slug) =>
      erasedText.address("provider", slug),
    );
    const known = await findErasedTexts(db, addresses);
    expect([...known].sort()).toEqual(addresses.filter((one) => /qwixel/.test(one)).sort());
    expect(known.size).toBe(3);
  });

  it("is refused while others rest on it or say its name, each with what to do first", async () => {
    const ask = () => askErasingRecord(db, admin, { type: "provider", ref: ids.provider, because });
    await expect(ask()).rejects.toMatchObject({ reason: "erase-rests" });
    const why = async () =>
      (await loadErasingRecord(db, admin, "ask", { type: "provider", ref: ids.provider }))?.obstacles;
    expect(await why()).toMatchObject([
      { kind: "place", id: ids.place, why: "says" },
      { kind: "service", id: ids.service, why: "rests" },
    ]);
    await eraseNow("service");
    await eraseNow("place");
    expect(await why()).toEqual([]);
    await db
      .insert(complaints)
      .values({ recordType: "provider", recordId: ids.provider, kind: "legal", why: "x" });
    const proposal = makeProposal({ providerName: PERSON, placeName: "Elsewhere" });
    await makeReport(db, { state: "submitted" }, proposal);
    expect((await why())?.map(({ kind, why: because }) => [kind, because])).toEqual([
      ["complaint", "waits"],
      ["report", "waits"],
    ]);
  });

  it("does not come back with a list, nor with what the project ships", async () => {
    const twins = await db.select().from(services).where(eq(services.id, ids.service));
    await eraseNow("service");
    const list = (place: string, provider: string) =>
      `Place,Town,Postcode,Kind of care,Provider,Kind of provider\n${place},Carlisle,CA2 7HY,eye care,${provider},company\n`;
    const source = {
      kind: "news",
      title: "A list",
      publisher: "A paper",
      url: "https://p.example/",
      publishedOn: "2026-09",
    };
    await eraseNow("place");
    await eraseNow("provider");
    const rows = [];
    for (const [place, provider] of [
      [PLACE, "Another Ltd"],
      ["Another place", "Wilhelmina Qwixelbottom Limited"],
    ] as const)
      rows.push(
        ...(await listRows(db, await stage(db, admin, list(place, provider), { source, title: place }))),
      );
    expect(
      rows.map(({ outcome, problems }) => [outcome, problems.map(({ column, code }) => [column, code])]),
    ).toEqual([
      ["refused", [["place", "held-back"]]],
      ["refused", [["provider", "held-back"]]],
    ]);
    const say = (field: "name" | "kind" | "category" | "status", value: unknown) =>
      ({ field, value, sourceId: randomUUID(), says: "x", confirmedOn: "2026-04-01" }) as const;
    const created = { slug: "x", visibility: "published" } as const;
    const [providerId, serviceId, otherId] = [randomUUID(), randomUUID(), randomUUID()];
    const run = { ...say("name", { providerId }), field: "provider" } as const;
    const drafts = [
      // By its id, by its name, by who runs it; and what nobody erased.
      {
        recordType: "service",
        recordId: twins[0]?.id ?? "",
        create: created,
        claims: [say("name", "Eye care")],
      },
      {
        recordType: "provider",
        recordId: providerId,
        create: created,
        claims: [say("name", "WILHELMINA QWIXELBOTTOM LTD")],
      },
      { recordType: "service", recordId: serviceId, create: created, claims: [say("name", "Scans"), run] },
      { recordType: "service", recordId: otherId, claims: [run, say("name", "Okapi")] },
    ] as const;
    expect(await withoutErased(db, drafts)).toEqual([{ ...drafts[3], claims: [drafts[3].claims[1]] }]);
  });
});

describe("erasing an entry for good", () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld(db);
  });
  const asked = (given: object = {}) => ({ type: "service", ref: world.ids.service, because, ...given });

  test.each(ROLES.slice(0, -1))("a %s may not ask, and is shown nothing of it", async (role) => {
    await withhold("service", world.ids.service);
    const actor = await person(role);
    await expect(askErasingRecord(db, actor, asked())).rejects.toMatchObject({ reason: "not-admin" });
    expect(await loadErasingRecord(db, actor, "ask", asked())).toBeNull();
  });

  it("is for what is off the site already, as it was seen, with a reason", async () => {
    await expect(askErasingRecord(db, admin, asked())).rejects.toMatchObject({ reason: "erase-shown" });
    await withhold("service", world.ids.service);
    await expect(askErasingRecord(db, admin, asked({ because: "So" }))).rejects.toMatchObject({
      fields: { because: "reason-needed" },
    });
    await expect(askErasingRecord(db, admin, asked({ version: "1" }))).rejects.toMatchObject({
      what: "entry-changed",
    });
    await expect(askErasingRecord(db, admin, asked({ ref: randomUUID() }))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      askErasingRecord(db, admin, asked({ type: "source", ref: world.ids.source })),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("is asked for by one and agreed by another, once", async () => {
    await withhold("service", world.ids.service);
    const seen = await loadErasingRecord(db, admin, "ask", asked());
    expect(seen).toMatchObject({
      refusal: null,
      obstacles: [],
      lookId: null,
      goes: { facts: 6, together: 0 },
    });
    expect(await askErasingRecord(db, admin, asked({ version: String(seen?.version) }))).toBe("two");
    await expect(askErasingRecord(db, second, asked())).rejects.toMatchObject({ what: "second-waits" });
    const id = await openLook();
    expect(await loadSecondLooks(db, second)).toMatchObject([{ id, about: "erase-entry", refusal: null }]);
    await expect(agree(admin)).rejects.toMatchObject({ reason: "second-asked" });
    await expect(agree(await person("moderator", "Jo"))).rejects.toMatchObject({ reason: "second-other" });
    await expect(
      restoreRecord(db, second, { type: "service", ref: world.ids.service, reason }),
    ).rejects.toMatchObject({ what: "second-waits" });
    await expect(agree(second, { version: "1" })).rejects.toMatchObject({ what: "entry-changed" });
    expect(await agree()).toBe("agreed");
    const again = decideSecondLook(db, second, { id, agrees: true, because: agreeing });
    await expect(again).rejects.toMatchObject({ what: "second-decided" });
    await expect(askErasingRecord(db, admin, asked())).rejects.toMatchObject({ reason: "erased-already" });
    const [read] = [await loadSecondLook(db, second, id)];
    expect(read).toMatchObject({ reason: "", decided: { verdict: "agreed", because: "" } });
    expect(read.name).toMatch(/^[0-9A-F]{8}$/);
  });

  it("is done at once where nobody else could agree, and the audit says so", async () => {
    await db.execute(sql`update campaigners set suspended_at = now() where id = ${second.id}`);
    await withhold("service", world.ids.service);
    expect(await askErasingRecord(db, admin, asked())).toBe("alone");
    const rows = await db
      .select({ payload: auditPayloads.payload })
      .from(auditEntries)
      .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
      .where(eq(auditEntries.action, "record.erased"));
    expect(rows).toMatchObject([{ payload: { isAlone: true } }]);
    await expect(
      eraseRecord(db, admin, { type: "service", id: world.ids.service }, { now: new Date(), isAlone: true }),
    ).rejects.toMatchObject({ reason: "erased-already" });
  });

  it("is asked for by somebody else than who made it, and bound by practice", async () => {
    const maker = await person("admin");
    await makeReport(db, { authorId: maker.id, state: "approved", publishedServiceId: world.ids.service });
    await withhold("service", world.ids.service);
    await expect(askErasingRecord(db, maker, asked())).rejects.toMatchObject({ reason: "erase-own" });
    const { id } = await makeCampaigner(db, { role: "admin", practisedAt: null });
    const novice: CampaignerActor = { kind: "campaigner", id, role: "admin" };
    await expect(askErasingRecord(db, novice, asked())).rejects.toMatchObject({ reason: "practise-first" });
    await askErasingRecord(db, admin, asked());
    await expect(agree(maker)).rejects.toMatchObject({ reason: "second-concerned" });
    await expect(agree(novice)).rejects.toMatchObject({ reason: "second-other" });
    expect(await agree()).toBe("agreed");
  });

  it("of a usual name takes only what points at the entry", async () => {
    const place = await makePlace(db, { name: "The Surgery", visibility: "withheld" });
    await makeService(db, { name: "Scans" });
    const [source] = await db
      .insert(sources)
      .values({ kind: "news", title: "The surgery moves", publisher: "A paper" })
      .returning();
    await askErasingRecord(db, admin, { type: "place", ref: place.id, because });
    await agree();
    expect(await db.select().from(places).where(eq(places.id, place.id))).toMatchObject([
      { visibility: "erased" },
    ]);
    expect(
      await db
        .select()
        .from(sources)
        .where(eq(sources.id, source?.id ?? "")),
    ).toMatchObject([{ title: "The surgery moves" }]);
  });

  it("is a function of the owner that empties nothing which is not marked", async () => {
    await expect(
      db.transaction((tx) => tx.execute(sql`select erase_record_texts(array[${world.ids.service}]::uuid[])`)),
    ).rejects.toThrow();
    await erase("service", world.ids.service);
    await expect(
      db.transaction((tx) => tx.execute(sql`insert into erased_payloads (number) values (1)`)),
    ).rejects.toThrow();
    await expect(db.transaction((tx) => tx.execute(sql`delete from erased_records`))).rejects.toThrow();
  });
});

test("of many who ask one does, of many who answer one decides, and nobody shows meanwhile what is erased", async () => {
  const fresh = await freshDatabase({ size: 6, deadlineMs: 20_000 });
  try {
    const make = async (role: Role) => {
      const { id } = await makeCampaigner(fresh.db, { role });
      return { kind: "campaigner", id, role } satisfies CampaignerActor;
    };
    const admins = [await make("admin"), await make("admin"), await make("admin")];
    const [one] = admins;
    const { id } = await makeProvider(fresh.db, { name: "Qwixel Ltd" });
    const asked = { type: "provider", ref: id, because };
    await withholdRecord(fresh.db, one ?? admin, { type: "provider", ref: id, reason });
    const asks = await Promise.allSettled(admins.map((who) => askErasingRecord(fresh.db, who, asked)));
    expect(asks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [look] = await fresh.db.select().from(secondLooks);
    const others = admins.filter((who) => who.id !== look?.askedBy);
    const answer = { id: look?.id ?? "", agrees: true, because: agreeing };
    const answers = await Promise.allSettled([
      ...[...others, ...others].map((who) => decideSecondLook(fresh.db, who, answer)),
      ...others.map((who) => restoreRecord(fresh.db, who, { type: "provider", ref: id, reason })),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [row] = await fresh.db.select().from(providers).where(eq(providers.id, id));
    expect(row).toMatchObject({ visibility: "erased", name: "" });
    const erased = await fresh.db.select().from(auditEntries).where(eq(auditEntries.action, "record.erased"));
    expect(erased).toHaveLength(1);
    expect(await findAuditBreak(fresh.db)).toBeNull();
  } finally {
    await fresh.close();
  }
});
