import { randomUUID } from "node:crypto";
import { asc, desc, eq, gt, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeCampaigner, makeProposal, makeReport, makeSource } from "@/db/factories";
import { lockAuditChain } from "@/db/queries/audit";
import { findReport } from "@/db/queries/reports";
import { findOpenLook } from "@/db/queries/second-looks";
import { auditEntries, auditPayloads, campaigners, places, services } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { type CampaignerActor, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { findAuditBreak } from "@/server/audit";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { findCampaignerActor } from "@/server/campaigners/find-actor";
import { grantRole } from "@/server/campaigners/grant-role";
import { restoreAccount } from "@/server/campaigners/restore-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, LIST, versionOf } from "@/server/imports/testing";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { beginBulk, beginDeciding, beginTakingBack, workThrough } from "@/server/queue/run-bulk";
import { citeAgain, dropSource } from "@/server/records/drop-source";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { rehearse } from "@/server/records/rehearse";
import { restoreRecord } from "@/server/records/restore-record";
import { saveRecords } from "@/server/records/save-records";
import { makeWorld } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { LIVES, ROUNDS, refusal } from "@/server/reports/testing-life";

/**
 * The whole life of a site with its people: a list is imported and undone, reports are decided several at once and all of that is taken back,
 * somebody is made a moderator and suspended, a source is dropped and cited again, an author is erased. As `whole-life.db.test.ts`.
 */
// Of its own, so that each life is a transaction by itself: all of them in one would meet its deadline.
let own: FreshDatabase;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 60_000 });
}, 120_000);
afterAll(async () => {
  await own.close();
}, 120_000);
const REASON = "The register says so on its first page.";
const EYE = "Eye care at Botchergate Eye Clinic";

const SITE_COMMANDS = [
  ...(["import", "undo-import", "withhold", "restore", "bulk", "bulk-undo"] as const),
  ...(["grant", "agree", "revoke", "suspend", "lift", "drop", "cite", "erase"] as const),
] as const;
type SiteCommand = (typeof SITE_COMMANDS)[number];

type SiteModel = {
  isListed: boolean;
  /** The list's service; one that was off the site by hand when its import was undone is kept off whoever brings it again. */
  eye: "none" | "on" | "off" | "barred";
  /** Of two by one author. */
  reports: "waiting" | "approved" | "withdrawn";
  /** What was decided of several at once can be taken back once. */
  isRun: boolean;
  isErased: boolean;
  role: Extract<Role, "campaigner" | "moderator">;
  isAsked: boolean;
  isSuspended: boolean;
  isDropped: boolean;
};
const BEGAN: SiteModel = {
  isListed: false,
  eye: "none",
  reports: "waiting",
  isRun: false,
  isErased: false,
  role: "moderator",
  isAsked: false,
  isSuspended: false,
  isDropped: false,
};

function siteAfter(now: SiteModel, command: SiteCommand): SiteModel | null {
  const { isListed, eye, reports, isRun, isErased, role, isAsked, isSuspended, isDropped } = now;
  const moderates = role === "moderator" && !isSuspended;
  switch (command) {
    case "import":
      return isListed ? null : { ...now, isListed: true, eye: eye === "barred" ? "barred" : "on" };
    case "undo-import":
      if (!isListed) return null;
      return { ...now, isListed: false, eye: eye === "off" || eye === "barred" ? "barred" : "none" };
    case "withhold":
      return moderates && eye === "on" ? { ...now, eye: "off" } : null;
    case "restore":
      return moderates && eye === "off" ? { ...now, eye: "on" } : null;
    case "bulk":
      return reports === "waiting" ? { ...now, reports: "approved", isRun: true } : now;
    case "bulk-undo":
      if (!isRun) return null;
      // What was approved of somebody who was erased since stands: their reports are no more.
      return { ...now, isRun: false, reports: isErased ? reports : "waiting" };
    case "erase":
      return isErased
        ? null
        : { ...now, isErased: true, reports: reports === "waiting" ? "withdrawn" : reports };
    case "grant":
      if (isSuspended) return null;
      if (role === "moderator") return now;
      return isAsked ? null : { ...now, isAsked: true };
    case "agree":
      return isAsked && !isSuspended ? { ...now, role: "moderator", isAsked: false } : null;
    case "revoke":
      return isSuspended ? null : { ...now, role: "campaigner" };
    case "suspend":
      return isSuspended ? null : { ...now, isSuspended: true };
    case "lift":
      return isSuspended ? { ...now, isSuspended: false } : null;
    case "drop":
      return isDropped ? null : { ...now, isDropped: true };
    case "cite":
      return isDropped ? { ...now, isDropped: false } : null;
  }
}

/** The list and its entry are drawn more often: what they do to each other takes the most steps. */
const DRAWN = [
  ...SITE_COMMANDS,
  ...(["import", "undo-import", "withhold", "restore"] as const).flatMap((one) => [one, one]),
];

/** Two of three times something that changes the state: by chance alone few lives would come far. */
function commandOf(model: SiteModel, drawn: number): SiteCommand {
  const moves = DRAWN.filter((command) => ![null, model].includes(siteAfter(model, command)));
  const among = drawn % 3 === 0 || moves.length === 0 ? DRAWN : moves;
  return among[Math.floor(drawn / 3) % among.length] ?? "import";
}

async function beginSite(inner: Db) {
  const { ids } = await makeWorld(inner);
  const person = async (role: Role, email: string) => {
    const { id } = await makeCampaigner(inner, { role, email });
    return { kind: "campaigner", id, role } satisfies CampaignerActor;
  };
  const [admin, other] = [await person("admin", "a@life.test"), await person("admin", "b@life.test")];
  const chief = await person("moderator", "c@life.test");
  const [one, author] = [await person("moderator", "d@life.test"), await person("campaigner", "e@life.test")];
  const source = await makeSource(inner, {
    title: "The quagga letter",
    url: "https://quagga.example/letter",
  });
  const name = {
    field: "name",
    value: "Quagga Clinic",
    sourceId: source.id,
    says: "",
    confirmedOn: "2026-04-01",
  };
  await saveRecords(
    inner,
    systemActor("test"),
    [{ recordType: "place", recordId: ids.place, claims: [{ ...name, field: "name" }] }],
    { reason: "Brought", action: "record.changed", subject: { type: "place", id: ids.place } },
  );
  const reports: string[] = [];
  for (const number of [1, 2]) {
    const placeName = `Clinic ${number} of ${randomUUID()}`;
    const proposal = makeProposal({
      postcode: "",
      town: "Nowhere",
      placeName,
      providerName: `Of ${placeName}`,
    });
    reports.push((await makeReport(inner, { authorId: author.id }, proposal)).id);
  }
  return { place: ids.place, source: source.id, admin, other, chief, one, author, reports };
}
type Site = Awaited<ReturnType<typeof beginSite>>;

async function eyeOf(inner: Db) {
  const rows = await inner
    .select()
    .from(services)
    .where(eq(services.name, EYE))
    .orderBy(desc(services.createdAt));
  return rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? rows[0];
}

/** What a command needs of those before it. */
type Made = { list: Awaited<ReturnType<typeof importList>> | null; run: string | null };

async function doOnSite(inner: Db, site: Site, made: Made, command: SiteCommand): Promise<void> {
  const { admin, other, chief, one, author, reports } = site;
  const because = REASON;
  const source = { type: "place", ref: site.place, reason: REASON, sourceId: site.source };
  const eye = async () => ({
    type: "service",
    ref: (await eyeOf(inner))?.id ?? randomUUID(),
    reason: REASON,
  });
  // As a request or the command line finds out who asks: a role that was taken away, or a suspension, counts at once.
  const hand = () => findCampaignerActor(inner, "d@life.test");
  switch (command) {
    case "import":
      made.list = await importList(inner, LIST);
      return;
    case "undo-import": {
      const { batchId, admin: by } = made.list ?? { batchId: randomUUID(), admin };
      await undoImport(inner, by, { batchId, version: await versionOf(inner, batchId) });
      return;
    }
    case "withhold":
      return void (await withholdRecord(inner, await hand(), await eye()));
    case "restore":
      return void (await restoreRecord(inner, await hand(), await eye()));
    case "bulk": {
      const chosen = await Promise.all(
        reports.map(async (id) => `${id}:${(await findReport(inner, id))?.version}`),
      );
      const asked = { chosen, decision: "approve", reason: REASON, view: "", submissionKey: randomUUID() };
      const run = await beginBulk(inner, chief, asked);
      await workThrough(inner, chief, run);
      await beginDeciding(inner, chief, run);
      const { id } = await workThrough(inner, chief, run);
      const decided = await findReport(inner, reports[0] ?? "");
      if (decided?.state === "approved" && decided.decidedAt && made.run === null) made.run = id;
      return;
    }
    case "bulk-undo":
      await beginTakingBack(inner, chief, { id: made.run ?? randomUUID(), reason: REASON });
      await workThrough(inner, chief, made.run ?? "");
      made.run = null;
      return;
    case "grant":
      return void (await grantRole(inner, admin, { id: one.id }, "moderator", because));
    case "revoke":
      return void (await grantRole(inner, admin, { id: one.id }, "campaigner", because));
    case "agree": {
      const look = await findOpenLook(inner, { subjectType: "campaigner", subjectId: one.id });
      await decideSecondLook(inner, other, { id: look?.id ?? randomUUID(), agrees: true, because });
      return;
    }
    case "suspend":
      return void (await suspendAccount(inner, admin, { id: one.id }, { because }));
    case "lift":
      return void (await restoreAccount(inner, admin, { id: one.id }));
    case "drop":
      return dropSource(inner, chief, source);
    case "cite":
      return citeAgain(inner, chief, source);
    case "erase":
      return void (await eraseAccount(inner, systemActor(COMMAND_LINE), { id: author.id }));
  }
}

/** What the tables say, as the model would. */
async function siteNow(inner: Db, site: Site): Promise<Omit<SiteModel, "isListed" | "isRun" | "eye">> {
  const people = await inner
    .select()
    .from(campaigners)
    .where(inArray(campaigners.id, [site.one.id, site.author.id]));
  const one = people.find(({ id }) => id === site.one.id);
  const states = await Promise.all(site.reports.map(async (id) => (await findReport(inner, id))?.state));
  expect(new Set(states).size).toBe(1);
  const [place] = await inner.select().from(places).where(eq(places.id, site.place));
  const look = await findOpenLook(inner, { subjectType: "campaigner", subjectId: site.one.id });
  return {
    reports: states[0] === "approved" ? "approved" : states[0] === "withdrawn" ? "withdrawn" : "waiting",
    isErased: people.some(({ id, erasedAt }) => id === site.author.id && erasedAt !== null),
    role: one?.role === "moderator" ? "moderator" : "campaigner",
    isAsked: look !== undefined,
    isSuspended: !!one?.suspendedAt,
    isDropped: place?.name === "Zebra Clinic",
  };
}

test.each(ROUNDS)(
  "a site and its people, whatever is done in whatever order (%i)",
  { timeout: 120_000 },
  async () => {
    const lives = fc.array(fc.noBias(fc.nat({ max: 9999 })), { minLength: 8, maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        await rehearse(own.db, async (inner) => {
          const site = await beginSite(inner);
          const { number: began } = await lockAuditChain(inner);
          const made: Made = { list: null, run: null };
          let model = BEGAN;
          const run: SiteCommand[] = [];
          for (const drawn of life) {
            const command = commandOf(model, drawn);
            run.push(command);
            const next = siteAfter(model, command);
            const refused = await refusal(doOnSite(inner, site, made, command));
            const at = `${run.join(", ")} of ${JSON.stringify(model)} (${refused})`;
            expect(refused === undefined, at).toBe(next !== null);
            model = next ?? model;
            expect(model, at).toMatchObject(await siteNow(inner, site));
            const shown = await inner.select().from(services).where(eq(services.visibility, "published"));
            const eye = shown.filter(({ name }) => name === EYE).length;
            const published = shown.filter(
              ({ name }) => name.includes("Clinic 1 of ") || name.includes("Clinic 2 of "),
            );
            expect([eye, published.length], at).toEqual([
              model.eye === "on" ? 1 : 0,
              model.reports === "approved" ? 2 : 0,
            ]);
          }
          expect((await rebuildRecords(inner, systemActor("test"))).changed).toEqual([]);
          expect(await replaySite(inner, site, began)).toEqual(model);
          expect(await findAuditBreak(inner)).toBeNull();
        });
      }),
      { numRuns: LIVES },
    );
  },
);

/** The state as the audit alone says it, from its first line behind `began` on. */
async function replaySite(inner: Db, { one, author, reports }: Site, began: number): Promise<SiteModel> {
  const lines = await inner
    .select({ action: auditEntries.action, about: auditEntries.subjectId, payload: auditPayloads.payload })
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(gt(auditEntries.number, began))
    .orderBy(asc(auditEntries.number));
  let told = BEGAN;
  for (const { action, about, payload } of lines) {
    const said = (payload ?? {}) as Record<string, unknown>;
    if (action === "batch.approved") told = { ...told, ...pick(siteAfter(told, "import")) };
    if (action === "batch.undone") told = { ...told, ...pick(siteAfter(told, "undo-import")) };
    if (action === "record.withheld") told = { ...told, eye: "off" };
    if (action === "record.restored") told = { ...told, eye: "on" };
    if (about === reports[0] && action === "report.approved")
      told = { ...told, reports: "approved", isRun: true };
    if (about === reports[0] && action === "report.taken-back") told = { ...told, reports: "waiting" };
    if (action === "bulk.taken-back") told = { ...told, isRun: false };
    if (about === author.id && action === "campaigner.erased")
      told = { ...told, isErased: true, reports: told.reports === "waiting" ? "withdrawn" : told.reports };
    if (about === one.id && action === "second.asked") told = { ...told, isAsked: true };
    if (about === one.id && action === "second.agreed") told = { ...told, isAsked: false };
    if (about === one.id && (action === "role.granted" || action === "role.revoked"))
      told = { ...told, role: said.to === "moderator" ? "moderator" : "campaigner" };
    if (action === "campaigner.suspended") told = { ...told, isSuspended: true };
    if (action === "campaigner.restored") told = { ...told, isSuspended: false };
    if (action === "record.changed" && "dropped" in said) told = { ...told, isDropped: true };
    if (action === "record.changed" && "citedAgain" in said) told = { ...told, isDropped: false };
  }
  return told;
}

const pick = (after: SiteModel | null) => (after ? { isListed: after.isListed, eye: after.eye } : {});
