import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, inTransaction, type OpenDb, openDb } from "@/db/client";
import { makeCampaigner, makeProposal, makeProvider, makeReport } from "@/db/factories";
import { insertDecision } from "@/db/queries/decisions";
import { lockPublishing } from "@/db/queries/report-records";
import { findReport } from "@/db/queries/reports";
import { findOpenLook } from "@/db/queries/second-looks";
import { findRecord } from "@/db/queries/withholdings";
import { complaints } from "@/db/schema/brake";
import { decisions, type reports } from "@/db/schema/reports";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { ConflictError, DomainError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { keysOf } from "@/domain/lists/keys-of";
import { formOf } from "@/domain/reports/new-service-form";
import { findAuditBreak } from "@/server/audit";
import { approveImport } from "@/server/imports/engine/approve-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { SOURCE, stage, versionOf } from "@/server/imports/testing";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { beginBulk, beginDeciding, workThrough } from "@/server/queue/run-bulk";
import { restoreRecord } from "@/server/records/restore-record";
import { makeWorld } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { saveChange } from "@/server/reports/changes/save-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { renewHold } from "@/server/reports/moves/renew-hold";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { returnReport } from "@/server/reports/moves/return-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { takeOver } from "@/server/reports/moves/take-over";
import { withdrawReport } from "@/server/reports/moves/withdraw-report";
import { auditOf } from "@/server/reports/testing-life";

/** `npm run soak` runs ten thousand; here as many as take seconds. */
const RACES = Number(process.env.RACES ?? 1000);
const AT_ONCE = 4;
const REASON = "The waiting-times file lists it.";

let site: FreshDatabase;
/** Two servers, each with connections of its own. */
let left: OpenDb;
let right: OpenDb;
let anna: CampaignerActor;
let bert: CampaignerActor;
let first: CampaignerActor;
let admin: CampaignerActor;
let chief: CampaignerActor;
let author: CampaignerActor;

async function person(role: Role): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(site.db, { role });
  return { kind: "campaigner", id, role };
}

beforeAll(async () => {
  site = await freshDatabase();
  left = openDb({ url: site.url, size: AT_ONCE, deadlineMs: 60_000 });
  right = openDb({ url: site.url, size: AT_ONCE, deadlineMs: 60_000 });
  [anna, bert, first] = [await person("moderator"), await person("moderator"), await person("moderator")];
  [admin, chief, author] = [await person("admin"), await person("admin"), await person("campaigner")];
}, 120_000);
afterAll(async () => {
  await left.close();
  await right.close();
  await site.close();
}, 120_000);

type Given = Partial<typeof reports.$inferInsert>;
type Seen = { reportId: string; version: number };

/** A report about something of its own, so that no two are likely twins unless they are meant to be. */
async function sent(given: Given = {}, placeName = `Clinic ${randomUUID()}`): Promise<Seen> {
  const proposal = makeProposal({
    postcode: "",
    town: "Nowhere",
    placeName,
    providerName: `Of ${placeName}`,
  });
  const report = await makeReport(site.db, { authorId: author.id, ...given }, proposal);
  return { reportId: report.id, version: report.version };
}

const heldBy = ({ id }: CampaignerActor): Given => ({
  state: "in-review",
  heldBy: id,
  holdExpiresAt: new Date(Date.now() + 3_600_000),
});

type Raced = [left: (db: Db) => Promise<unknown>, right: (db: Db) => Promise<unknown>];

/** What waits for the second of two moderators about an organisation under complaint, which is off the site by the first one's hand. */
async function lookedAt(act: "withhold" | "restore"): Promise<{ id: string; look: string }> {
  // A claim says what it is called: else nothing could be shown again.
  const { ids } = await inTransaction(site.db, (tx) => makeWorld(tx, randomUUID()));
  const id = ids.provider;
  const subject = { subjectType: "provider", subjectId: id } as const;
  const lookNow = async () => (await findOpenLook(site.db, subject))?.id ?? "";
  await site.db
    .insert(complaints)
    .values({ recordType: "provider", recordId: id, kind: "legal", why: "It is untrue" });
  const asked = { type: "provider", ref: id, reason: REASON };
  await withholdRecord(site.db, first, asked);
  if (act === "restore") {
    await decideSecondLook(site.db, bert, { id: await lookNow(), agrees: true, because: REASON });
    await restoreRecord(site.db, first, asked);
  }
  return { id, look: await lookNow() };
}

/** Each makes what is raced about, and says who does what to it at the same moment. Of both exactly one happens. */
const RACED = {
  take: async (): Promise<Raced> => {
    const seen = await sent();
    return [(db) => holdReport(db, anna, seen), (db) => holdReport(db, bert, seen)];
  },
  withdraw: async () => {
    const seen = await sent();
    return [(db) => withdrawReport(db, author, seen), (db) => holdReport(db, bert, seen)];
  },
  renew: async () => {
    const seen = await sent(heldBy(anna));
    return [
      (db) => renewHold(db, anna, seen),
      (db) => takeOver(db, bert, { ...seen, note: "She is on leave" }),
    ];
  },
  decide: async () => {
    const seen = { ...(await sent(heldBy(anna))), reason: REASON };
    return [(db) => rejectReport(db, anna, seen), (db) => requestChanges(db, anna, seen)];
  },
  "decide, or lose it": async () => {
    const seen = await sent(heldBy(anna));
    const lost = { ...seen, note: "She is on leave" };
    return [(db) => rejectReport(db, anna, { ...seen, reason: REASON }), (db) => takeOver(db, bert, lost)];
  },
  "publish twice": async () => {
    const seen = { ...(await sent(heldBy(anna))), reason: REASON };
    return [(db) => approveReport(db, anna, seen), (db) => approveReport(db, anna, seen)];
  },
  "publish twins": async () => {
    const name = `Clinic ${randomUUID()}`;
    const [one, other] = [await sent(heldBy(anna), name), await sent(heldBy(bert), name)];
    return [
      (db) => approveReport(db, anna, { ...one, reason: REASON }),
      (db) => approveReport(db, bert, { ...other, reason: REASON }),
    ];
  },
  "second look": async () => {
    const seen = { ...(await sent({ state: "awaiting-second", firstDeciderId: first.id })), reason: REASON };
    const decision = { reportId: seen.reportId, revision: 1, moderatorId: first.id, reason: REASON };
    await insertDecision(site.db, { ...decision, verdict: "send-for-second" }, []);
    return [(db) => confirmReport(db, anna, seen), (db) => returnReport(db, bert, seen)];
  },
  withhold: async () => {
    const { id } = await makeProvider(site.db);
    const asked = { type: "provider", ref: id, reason: REASON };
    return [(db) => withholdRecord(db, anna, asked), (db) => withholdRecord(db, bert, asked)];
  },
  "look answered twice": async () => {
    const { look } = await lookedAt("withhold");
    const answer = { id: look, because: REASON };
    return [
      (db) => decideSecondLook(db, anna, { ...answer, agrees: true }),
      (db) => decideSecondLook(db, bert, { ...answer, agrees: false }),
    ];
  },
  "look, or asked again": async () => {
    const { id, look } = await lookedAt("restore");
    return [
      (db) => decideSecondLook(db, anna, { id: look, agrees: true, because: REASON }),
      (db) => restoreRecord(db, first, { type: "provider", ref: id, reason: REASON }),
    ];
  },
} satisfies Record<string, () => Promise<Raced>>;

/** Races of one thing after another, each about what the one before left: making it takes longer than to race about it. */
type Chain<Left = void> = AsyncGenerator<Raced, Left>;

/** A list of one row, which is handed on by two hands at once. */
async function* handedOn(): Chain<string> {
  const list = `Place,Postcode,Kind of care,Provider\nClinic ${randomUUID()},CA2 7HY,MRI,not named\n`;
  const source = { ...SOURCE, title: `List ${randomUUID()}` };
  const batchId = await stage(site.db, admin, list, { source });
  const seen = { batchId, version: await versionOf(site.db, batchId) };
  yield [(db) => submitImport(db, admin, seen), (db) => submitImport(db, admin, seen)];
  return batchId;
}

const CHAINS = {
  /** Either of two organisations into the other, the merge taken back, and merged again or withheld. */
  merge: async function* (): Chain {
    // In a transaction, as everything that writes the audit: its lock is held to the end of one.
    const { slugs } = await inTransaction(site.db, (tx) => makeWorld(tx, randomUUID()));
    const [one = "", other = ""] = await Promise.all(
      slugs.providers.map(async (slug) => (await findRecord(site.db, "provider", slug))?.id),
    );
    let made = "";
    const merge = (recordId: string, otherId: string) => (db: Db) =>
      inTransaction(db, async (tx) => {
        await lockPublishing(tx);
        const proposal = { kind: "merge", v: 1, recordType: "provider", recordId, otherId } as const;
        const change = { proposal, reportId: null, decidedOn: "2026-11-30", reason: REASON };
        made = (await saveChange(tx, anna, change)).batchId;
      });
    yield [merge(one, other), merge(other, one)];
    const back = { batchId: made, version: 1, reason: REASON };
    yield [(db) => undoChange(db, anna, back), (db) => undoChange(db, bert, back)];
    const asked = { type: "provider", ref: one, reason: REASON };
    yield [merge(one, other), (db) => withholdRecord(db, bert, asked)];
  },
  "import, decided": async function* (): Chain {
    const batchId = yield* handedOn();
    const seen = { batchId, version: await versionOf(site.db, batchId) };
    yield [
      (db) => approveImport(db, anna, { ...seen, rule: "all", warned: true }),
      (db) => refuseImport(db, bert, { ...seen, reason: "It is another list" }),
    ];
  },
  "import, undone": async function* (): Chain {
    const batchId = yield* handedOn();
    const approved = { batchId, version: await versionOf(site.db, batchId), rule: "all", warned: true };
    yield [(db) => approveImport(db, anna, approved), (db) => approveImport(db, bert, approved)];
    const seen = { batchId, version: await versionOf(site.db, batchId) };
    yield [(db) => undoImport(db, admin, seen), (db) => undoImport(db, chief, seen)];
  },
};

const CHAIN_KINDS = keysOf(CHAINS);

type Kind = keyof typeof RACED | keyof typeof CHAINS | "sent twice" | "bulk";

/** How many races each is, where it is more than one. */
const LENGTHS: Partial<Record<Kind, number>> = { merge: 3, "import, decided": 2, "import, undone": 3 };

/** How many races of a thousand, of merges and imports sixty each; what publishes takes ten times as long as a race for a hold. */
const OF_A_THOUSAND: Record<Kind, number> = {
  take: 172,
  withdraw: 172,
  renew: 142,
  decide: 160,
  "decide, or lose it": 106,
  "publish twice": 20,
  "publish twins": 10,
  "second look": 30,
  withhold: 30,
  "look answered twice": 6,
  "look, or asked again": 4,
  merge: 60,
  "import, decided": 24,
  "import, undone": 36,
  "sent twice": 20,
  bulk: 8,
};

/** In which order: spread over the thousand, so that the kinds meet each other. */
const TURNS: readonly Kind[] = keysOf(OF_A_THOUSAND)
  .flatMap((kind) => Array.from({ length: OF_A_THOUSAND[kind] / (LENGTHS[kind] ?? 1) }, () => kind))
  .map((_, turn, kinds) => kinds[(turn * 373) % kinds.length] ?? "take");

async function runOne(kind: string, [one, other]: Raced): Promise<void> {
  const outcomes = await Promise.allSettled([one(left.db), other(right.db)]);
  const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(
    lost.map((error) => String(error)),
    kind,
  ).toHaveLength(1);
  // Whoever comes second is told in words, never by a fault.
  expect(lost[0], kind).toBeInstanceOf(DomainError);
}

/** @returns how many races that was. */
async function run(kind: Kind): Promise<number> {
  let races = 1;
  if (kind === "bulk") await runBulk();
  else if (kind === "sent twice") await runSentTwice();
  else if (isOneOf(CHAIN_KINDS, kind)) {
    races = 0;
    for await (const raced of CHAINS[kind]()) {
      races += 1;
      await runOne(`${kind}, race ${races}`, raced);
    }
  } else await runOne(kind, await RACED[kind]());
  return races;
}

/** One form from two devices: one report, and both lines of its beginning, which are written in one statement. */
async function runSentTwice(): Promise<void> {
  // An account may send so many in a minute.
  const sender = await person("campaigner");
  const proposal = makeProposal({ postcode: "", town: "Nowhere", placeName: `Clinic ${randomUUID()}` });
  const form = { ...formOf(proposal), licence: "accepted" };
  const input = { form, submissionKey: randomUUID() };
  const both = await Promise.all([
    submitReport(left.db, sender, input),
    submitReport(right.db, sender, input),
  ]);
  const [{ reportId } = { reportId: "" }, other] = both;
  expect(other?.reportId).toBe(reportId);
  const told = await auditOf(site.db, reportId);
  expect(told.map(({ action }) => action)).toEqual(["report.drafted", "report.submitted"]);
}

/** Two servers work through the same three reports, while another moderator takes one of them. */
async function runBulk(): Promise<void> {
  const chosen = [await sent(), await sent(), await sent()];
  const id = await beginBulk(site.db, anna, {
    chosen: chosen.map(({ reportId, version }) => `${reportId}:${version}`),
    decision: "reject",
    reason: REASON,
    view: "",
    submissionKey: randomUUID(),
  });
  await Promise.all([workThrough(left.db, anna, id), workThrough(right.db, anna, id)]);
  await Promise.all([beginDeciding(left.db, anna, id), beginDeciding(right.db, anna, id)]);
  const [taken = { reportId: "", version: 0 }] = chosen;
  const others = holdReport(right.db, bert, taken).catch((error: unknown) => {
    if (!(error instanceof ConflictError)) throw error;
  });
  await Promise.all([workThrough(left.db, anna, id), workThrough(right.db, anna, id), others]);
  for (const { reportId } of chosen) {
    const made = await site.db.$count(decisions, eq(decisions.reportId, reportId));
    const report = await findReport(site.db, reportId);
    expect([report?.state, made]).toEqual(report?.heldBy === bert.id ? ["in-review", 0] : ["rejected", 1]);
  }
}

it(`${RACES} races end with one winner each, no decision made twice and no row of the audit lost`, {
  timeout: RACES * 1000 + 60_000,
}, async () => {
  const counts = new Map<string, number>();
  const turns = Math.ceil((RACES * TURNS.length) / 1000);
  let next = 0;
  const runner = async () => {
    for (let turn = next++; turn < turns; turn = next++) {
      const kind = TURNS[turn % TURNS.length] ?? "take";
      const races = await run(kind);
      counts.set(kind, (counts.get(kind) ?? 0) + races);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  const seconds = (performance.now() - begun) / 1000;
  if (process.env.RACES)
    console.log(`${RACES} races in ${seconds.toFixed(0)} s:`, Object.fromEntries(counts));
  if (RACES % 1000 === 0)
    for (const kind of keysOf(OF_A_THOUSAND))
      expect(counts.get(kind), kind).toBe((OF_A_THOUSAND[kind] * RACES) / 1000);

  const one = async (query: ReturnType<typeof sql>) =>
    Number((await site.db.execute<{ n: number }>(query))[0]?.n);
  // Every version of a report is one move, and every move one row of the audit; its first version is its beginning.
  expect(
    await one(sql`
      select count(*)::int as n from reports r where r.version - 1 <>
        (select count(*) from audit_entries a where a.subject_type = 'report' and a.subject_id = r.id::text and a.action <> 'report.drafted')`),
  ).toBe(0);
  expect(
    await one(sql`
      select count(*)::int as n from (select report_id from decisions where verdict <> 'send-for-second'
        group by report_id having count(*) > 1) twice`),
  ).toBe(0);
  // What was approved is published once, and nothing else is.
  expect(
    await one(sql`
      select (select count(*) from reports where state = 'approved') - (select count(distinct published_service_id)
        from reports where state = 'approved' and published_service_id is not null)::int as n`),
  ).toBe(0);
  // A look has one answer, and what is off the site by hand has nothing of it shown.
  expect(
    await one(sql`
      select count(*)::int as n from (select l.id from second_looks l left join audit_entries a on a.subject_id = l.subject_id::text
        and a.action in ('second.agreed', 'second.declined') group by l.id, l.subject_id
        having count(a.number) <> (select count(*) from second_looks o where o.subject_id = l.subject_id and o.verdict is not null)) odd`),
  ).toBe(0);
  expect(
    await one(sql`
      select count(*)::int as n from providers p where (p.visibility = 'withheld') <> exists (select 1 from withholdings w
        where w.record_id = p.id and w.restored_at is null)`),
  ).toBe(0);
  expect(
    await one(sql`
      select count(*)::int as n from decisions d where not exists (select 1 from mail_outbox m
        where m.dedupe_key = 'report.decided:' || d.id) and d.verdict <> 'send-for-second'`),
  ).toBe(0);
  // What is merged was merged once more often than it was taken apart, and each merge was taken back at most once.
  expect(
    await one(sql`
      select count(*)::int as n from providers p where (p.visibility = 'merged')::int <> (select
          count(*) filter (where a.action = 'record.merged') - count(*) filter (where a.action = 'record.change-undone')
        from audit_entries a where a.subject_type = 'provider' and a.subject_id = p.id::text)`),
  ).toBe(0);
  expect(
    await one(sql`
      select (select count(*) from record_changes c join batches b on b.id = c.batch_id where b.undone_at is not null)
        - (select count(*) from audit_entries where action = 'record.change-undone')::int as n`),
  ).toBe(0);
  // An import tells each of its moves once, and was decided by one person; what it brought is on the map once, or not.
  expect(
    await one(sql`
      select count(*)::int as n from batches b where b.submitted_at is not null and (
        (select string_agg(a.action::text, ' ' order by a.number) from audit_entries a where a.subject_type = 'batch' and a.subject_id = b.id::text)
          <> 'batch.staged batch.submitted' || (case b.state when 'refused' then ' batch.refused' when 'approved' then ' record.published batch.approved'
            when 'undone' then ' record.published batch.approved batch.undone' end)
        or (select count(*) from services s where s.batch_id = b.id and s.visibility = 'published') <> (b.state = 'approved')::int)`),
  ).toBe(0);
  expect(await findAuditBreak(site.db)).toBeNull();
});
