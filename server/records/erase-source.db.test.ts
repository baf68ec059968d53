import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import {
  claims,
  mailOutbox,
  pendingDrafts,
  places,
  reportMessages,
  reportRevisions,
  reports,
  secondLooks,
  services,
  sources,
} from "@/db/schema";
import { testDb } from "@/db/testing";
import { whereAre } from "@/db/testing-traces";
import { type CampaignerActor, ROLES, type Role } from "@/domain/actor";
import { findAuditBreak } from "@/server/audit";
import { stage } from "@/server/imports/testing";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { askErasingSource, eraseSource, loadErasingSource } from "@/server/records/erase-source";
import { loadRecord } from "@/server/records/load-record";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { reviseSource } from "@/server/records/revise-source";
import { MOST_BY_BUTTON } from "@/server/records/withhold-source";
import { approveReport } from "@/server/reports/moves/approve-report";
import { loadQueue } from "@/server/reports/pages/load-queue";
import { held, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
const because = "By letter of 3 November, with a copy of a passport";

async function person(role: Role): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

/** Each in a word that is nowhere else; the last was quoted until a moderator changed it. */
const SAID = {
  title: "qwixeltitle",
  publisher: "qwixelpublisher",
  link: "qwixellink",
  quotation: "qwixelquotation",
  changed: "qwixelchanged",
};
const CITED = {
  kind: "news" as const,
  title: `Dr ${SAID.title} takes over “the surgery”`,
  publisher: SAID.publisher,
  url: `https://paper.example/${SAID.link}`,
  publishedOn: "2026-06",
  says: `Dr ${SAID.quotation}\nruns “the surgery” with "others".`,
};

let admin: CampaignerActor;
let second: CampaignerActor;
let sourceId: string;
let serviceId: string;
beforeEach(async () => {
  [admin, second] = [await person("admin"), await person("admin")];
  const moderator = await person("moderator");
  const seen = await held(db, moderator, { sources: [CITED] });
  await approveReport(db, moderator, { ...seen, reason: REASON, fields: [] }, NOW);
  const [service] = await db.select().from(services);
  serviceId = service?.id ?? "";
  const [row] = await db.select().from(sources).where(eq(sources.title, CITED.title));
  sourceId = row?.id ?? "";
});

const agree = async (actor: CampaignerActor) => {
  const look = (await db.select().from(secondLooks)).find(({ verdict }) => verdict === null);
  return decideSecondLook(db, actor, { id: look?.id ?? "", agrees: true, because });
};

it("is in no column of any table afterwards; what it shows stays, and the chain verifies", async () => {
  const read = await loadRecord(db, admin, "source", sourceId);
  const [claim] = await db.select().from(claims).where(eq(claims.says, CITED.says));
  const revised = { ...CITED, quotes: { [claim?.id ?? ""]: `As ${SAID.changed} said in June.` } };
  await reviseSource(db, admin, { type: "source", ref: sourceId, reason: REASON, ...revised });
  expect(read.record.id).toBe(sourceId);
  // What others keep of it: a report that waits and cites it, its draft, a list, a message, a mail.
  const waiting = await makeReport(db, {}, makeProposal({ sources: [CITED], postcode: "" }));
  await db.update(reports).set({ draft: { "sources.0.title": CITED.title, "sources.0.url": CITED.url } });
  await db.insert(pendingDrafts).values({
    draft: {
      "sources.0.url": CITED.url,
      "sources.0.publisher": CITED.publisher,
      "sources.0.says": CITED.says,
    },
    expiresAt: new Date(Date.now() + 3600_000),
  });
  await db.insert(reportMessages).values({
    reportId: waiting.id,
    writerId: admin.id,
    fromAuthor: false,
    body: `See ${CITED.url}: ${CITED.says}`,
  });
  await db.insert(mailOutbox).values({
    recipient: "author@example.org",
    subject: "Your report",
    text: `It cites ${CITED.title}`,
    purpose: "report.decided",
  });
  const list =
    "Place,Town,Postcode,Kind of care,Provider,Kind of provider\nElm House,Carlisle,CA2 7HY,hearing,Elm Ltd,company\n";
  const { says: _, ...document } = CITED;
  await stage(db, admin, list, { source: document });
  await loadQueue(db, admin);
  const needles = Object.values(SAID);
  for (const [word, at] of await whereAre(db, needles)) expect(at, word).not.toEqual([]);
  const before = await db.select().from(services).where(eq(services.id, serviceId));
  const facts = async () =>
    (await db.select().from(claims).where(eq(claims.sourceId, sourceId)))
      .map(({ field, value, confirmedOn }) => JSON.stringify([field, value, confirmedOn]))
      .sort();
  const shown = await facts();

  expect(await askErasingSource(db, admin, { id: sourceId, because })).toBe("two");
  expect(await loadErasingSource(db, admin, sourceId)).toMatchObject({
    erasedOn: null,
    lookId: expect.any(String),
  });
  await agree(second);
  for (const [word, at] of await whereAre(db, needles)) expect(at, word).toEqual([]);
  expect(await findAuditBreak(db)).toBeNull();
  expect(await db.select().from(services).where(eq(services.id, serviceId))).toEqual(before);
  expect(await facts()).toEqual(shown);
  const [row] = await db.select().from(sources).where(eq(sources.id, sourceId));
  expect(row).toMatchObject({
    kind: "news",
    publishedOn: "2026-06",
    title: "Title left out by a moderator",
    url: null,
  });
  await rebuildRecords(db, admin);
  for (const [word, at] of await whereAre(db, needles)) expect(at, word).toEqual([]);
  // The report that waits is read off anew, and finds nothing of it.
  expect((await loadQueue(db, admin)).items.map(({ id }) => id)).toContain(waiting.id);
  for (const [word, at] of await whereAre(db, needles)) expect(at, word).toEqual([]);
});

describe("erasing the words of a source", () => {
  test.each(ROLES.slice(0, -1))("a %s may not ask, and is shown nothing of it", async (role) => {
    const actor = await person(role);
    await expect(askErasingSource(db, actor, { id: sourceId, because })).rejects.toMatchObject({
      reason: "not-admin",
    });
    expect(await loadErasingSource(db, actor, sourceId)).toBeNull();
  });

  it("is asked for with a reason, by one, and agreed by another, once", async () => {
    const ask = (given: object = {}) => askErasingSource(db, admin, { id: sourceId, because, ...given });
    await expect(ask({ because: "So" })).rejects.toMatchObject({ fields: { because: "reason-needed" } });
    await expect(ask({ id: randomUUID() })).rejects.toMatchObject({ code: "not-found" });
    await ask();
    await expect(ask()).rejects.toMatchObject({ what: "second-waits" });
    await expect(agree(admin)).rejects.toMatchObject({ reason: "second-asked" });
    await agree(second);
    await expect(ask()).rejects.toMatchObject({ reason: "words-erased" });
    await expect(
      eraseSource(db, second, sourceId, { now: new Date(), isAlone: false }),
    ).rejects.toMatchObject({ reason: "words-erased" });
  });

  it("leaves what another source says in the very same words", async () => {
    const [other] = await db
      .insert(sources)
      .values({ kind: "news", title: CITED.title, publisher: "Another paper" })
      .returning();
    await eraseSource(db, second, sourceId, { now: new Date(), isAlone: true });
    expect(
      await db
        .select()
        .from(sources)
        .where(eq(sources.id, other?.id ?? "")),
    ).toEqual([other]);
  });

  it("names the other sources with words of this one beforehand, by title or quotation, and no others", async () => {
    const [titled, quoting, plain] = await db
      .insert(sources)
      .values(
        [`Letters: ${CITED.title}`, "Another paper’s own title", "A third paper’s"].map((title) => ({
          kind: "news" as const,
          title,
          publisher: "Another",
        })),
      )
      .returning();
    const of = { recordType: "service", recordId: serviceId, confirmedOn: "2026-06-01" } as const;
    const fact = { ...of, recordedBy: admin.id, field: "name-cy", value: "Ty Gnu" } as const;
    await db.insert(claims).values([
      { ...fact, sourceId: quoting?.id ?? "", says: `He wrote: ${CITED.says}` },
      { ...fact, sourceId: plain?.id ?? "", says: "Dr Gnu runs it." },
      // What we wrote ourselves is nobody's words.
      { ...fact, sourceId, says: "Worked out from the name" },
      { ...fact, sourceId: plain?.id ?? "", says: "Worked out from the name" },
    ]);
    expect(await loadErasingSource(db, admin, sourceId)).toMatchObject({
      others: [
        { id: quoting?.id, title: "Another paper’s own title" },
        { id: titled?.id, title: `Letters: ${CITED.title}` },
      ],
      more: 0,
    });
    await eraseSource(db, second, sourceId, { now: new Date(), isAlone: true });
    expect(await loadErasingSource(db, admin, sourceId)).toMatchObject({ others: [], more: 0 });
  });

  it("takes no name of an entry away that the title has too, and no words that others quote", async () => {
    const [place] = await db.select().from(places);
    const placeName = place?.name ?? "";
    const short = "It is run by another.";
    await db.update(sources).set({ title: placeName }).where(eq(sources.id, sourceId));
    const [other] = await db
      .insert(sources)
      .values({ kind: "news", title: `${placeName}: a history`, publisher: "Another paper" })
      .returning();
    const of = { recordType: "place", recordId: place?.id ?? "", confirmedOn: "2026-06-01" } as const;
    const fact = { ...of, recordedBy: admin.id, field: "name-cy", value: "Ty Gnu" } as const;
    const otherId = other?.id ?? "";
    await db.insert(claims).values([
      { ...fact, sourceId, says: short },
      { ...fact, sourceId: otherId, says: `${short} So it was.` },
    ]);
    const read = async () => ({
      places: await db.select().from(places),
      services: await db.select().from(services),
      revisions: await db.select({ proposal: reportRevisions.proposal }).from(reportRevisions),
      others: await db.select().from(claims).where(eq(claims.sourceId, otherId)),
      titles: await db.select().from(sources).where(eq(sources.id, otherId)),
    });
    const before = await read();
    expect(JSON.stringify(before.revisions)).toContain(placeName);
    await eraseSource(db, second, sourceId, { now: new Date(), isAlone: true });
    const after = await read();
    expect({ ...after, revisions: [] }).toEqual({ ...before, revisions: [] });
    expect(JSON.stringify(after.revisions)).toContain(placeName);
    expect(await db.select().from(claims).where(eq(claims.says, short))).toEqual([]);
  });

  it("takes along what the source was called before a moderator called it otherwise", async () => {
    const revised = { title: "Surgery changes hands", publisher: "A paper", url: "", publishedOn: "2026-06" };
    await reviseSource(db, admin, { type: "source", ref: sourceId, reason: REASON, quotes: {}, ...revised });
    const needles = [SAID.title, SAID.publisher, SAID.link];
    for (const [word, at] of await whereAre(db, needles)) expect(at, word).not.toEqual([]);
    await eraseSource(db, second, sourceId, { now: new Date(), isAlone: true });
    for (const [word, at] of await whereAre(db, needles)) expect(at, word).toEqual([]);
  });

  it("is refused by the button where more cite it than a button changes", async () => {
    const many = Array.from({ length: MOST_BY_BUTTON + 1 }, () => ({
      recordType: "place" as const,
      recordId: randomUUID(),
      field: "name" as const,
      value: "Gnu House",
      sourceId,
      says: "It is on the list.",
      confirmedOn: "2026-06-01",
      recordedBy: admin.id,
    }));
    await db.insert(claims).values(many);
    await expect(askErasingSource(db, admin, { id: sourceId, because })).rejects.toMatchObject({
      what: "source-of-many",
    });
  });
});
