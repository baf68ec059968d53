import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction, type OpenDb, openDb } from "@/db/client";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { findDecisions, insertDecision } from "@/db/queries/decisions";
import { lockRecords } from "@/db/queries/projections";
import { findReport, lockReport } from "@/db/queries/reports";
import { mailOutbox } from "@/db/schema/campaigners";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { writeQueueAddress } from "@/domain/reports/queue-address";
import { SECOND_PERSON_RULES } from "@/domain/reports/second-person";
import { findAuditBreak } from "@/server/audit";
import { takeNext } from "@/server/queue/take-next";
import { makeWorld } from "@/server/records/testing-world";
import { findRulesOfChange } from "@/server/reports/changes/second-person-of-change";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { renewHold } from "@/server/reports/moves/renew-hold";
import { returnReport } from "@/server/reports/moves/return-report";
import { takeOver } from "@/server/reports/moves/take-over";

const REASON = "The waiting-times file lists it.";
let site: FreshDatabase;
/** Two servers, each with connections of its own. */
let left: OpenDb;
let right: OpenDb;
let anna: CampaignerActor;
let bert: CampaignerActor;
let first: CampaignerActor;

async function moderator(): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(site.db, { role: "moderator" });
  return { kind: "campaigner", id, role: "moderator" };
}

beforeAll(async () => {
  site = await freshDatabase();
  left = openDb({ url: site.url, size: 4, deadlineMs: 60_000 });
  right = openDb({ url: site.url, size: 4, deadlineMs: 60_000 });
  [anna, bert, first] = [await moderator(), await moderator(), await moderator()];
}, 120_000);
afterAll(async () => {
  await left.close();
  await right.close();
  await site.close();
}, 120_000);

async function race(one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const [a, b] = await Promise.allSettled([one(), other()]);
  return {
    outcomes: [a.status, b.status].sort(),
    loser: a.status === "rejected" ? a.reason : b.status === "rejected" ? b.reason : null,
    winner: a.status === "fulfilled" ? "left" : "right",
  };
}

/** The same where both have begun before either can write: the report's row is held until both wait. */
async function raceToWrite(reportId: string, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const { running } = await inTransaction(site.db, async (transaction) => {
    await lockReport(transaction, reportId);
    let isOver = false;
    const running = race(one, other).finally(() => {
      isOver = true;
    });
    for (let waiting = 0; waiting < 2 && !isOver; ) {
      const [row] = await right.db.execute<{ n: number }>(sql`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      waiting = Number(row?.n);
    }
    return { running };
  });
  return running;
}

describe("two who leave a report in the state that it is in", () => {
  const heldByAnna = () =>
    makeReport(site.db, {
      state: "in-review",
      heldBy: anna.id,
      holdExpiresAt: new Date(Date.now() + 600_000),
    });

  it("of renewing a hold and passing it on, or taking it over, one happens", async () => {
    const to = moderatorHandle(bert.id);
    for (const other of [
      (seen: { reportId: string; version: number }) =>
        passOn(right.db, anna, { ...seen, to, note: "Yours, please: I am away" }),
      (seen: { reportId: string; version: number }) =>
        takeOver(right.db, bert, { ...seen, note: "She is on leave" }),
    ]) {
      const report = await heldByAnna();
      const seen = { reportId: report.id, version: report.version };
      const { outcomes, loser, winner } = await raceToWrite(
        report.id,
        () => renewHold(left.db, anna, seen),
        () => other(seen),
      );
      expect(outcomes).toEqual(["fulfilled", "rejected"]);
      expect(loser).toBeInstanceOf(ConflictError);
      const heldBy = winner === "left" ? anna.id : bert.id;
      expect(await findReport(site.db, report.id)).toMatchObject({ version: report.version + 1, heldBy });
    }
  });

  it("of two edits from two windows the second is told of the first, and overwrites nothing", async () => {
    const { id } = await makeCampaigner(site.db);
    const author: CampaignerActor = { kind: "campaigner", id, role: "campaigner" };
    const report = await makeReport(site.db, { authorId: id, state: "draft", revision: 0 });
    const seen = { reportId: report.id, version: report.version };
    const { outcomes, loser, winner } = await raceToWrite(
      report.id,
      () => editReport(left.db, author, { ...seen, form: { placeName: "left" } }),
      () => editReport(right.db, author, { ...seen, form: { placeName: "right" } }),
    );
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
    expect(loser).toMatchObject({ code: "conflict", what: "report.edited" });
    expect(await findReport(site.db, report.id)).toMatchObject({
      version: report.version + 1,
      title: winner,
      draft: { placeName: winner },
    });
  });
});

describe("two moderators at once", () => {
  it("40 double decisions have one winner each, and the loser is told who it was and what they did", async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, async () => {
        // Each about something of its own, so that no two are likely twins.
        const proposal = makeProposal({
          postcode: "",
          town: "Nowhere",
          placeName: `Clinic ${randomUUID()}`,
          providerName: `Provider ${randomUUID()}`,
        });
        const report = await makeReport(
          site.db,
          { state: "awaiting-second", firstDeciderId: first.id },
          proposal,
        );
        const decision = { reportId: report.id, revision: 1, moderatorId: first.id, reason: REASON };
        await insertDecision(site.db, { ...decision, verdict: "send-for-second" }, []);
        return { reportId: report.id, version: report.version, reason: REASON };
      }),
    );
    const wins = { left: 0, right: 0 };
    for (let from = 0; from < seen.length; from += 4) {
      await Promise.all(
        seen.slice(from, from + 4).map(async (input) => {
          const { outcomes, loser, winner } = await race(
            () => confirmReport(left.db, anna, input),
            () => returnReport(right.db, bert, input),
          );
          expect(outcomes).toEqual(["fulfilled", "rejected"]);
          expect(loser).toBeInstanceOf(ConflictError);
          expect(loser).toMatchObject(
            winner === "left"
              ? { what: "report.confirmed", by: moderatorHandle(anna.id) }
              : { what: "report.returned", by: moderatorHandle(bert.id) },
          );
          wins[winner === "left" ? "left" : "right"] += 1;
          const report = await findReport(site.db, input.reportId);
          expect(report).toMatchObject({
            version: 2,
            state: winner === "left" ? "approved" : "in-review",
          });
          expect((await findDecisions(site.db, input.reportId)).length).toBe(2);
        }),
      );
    }
    expect(wins.left + wins.right).toBe(40);
    expect(await site.db.$count(services)).toBe(wins.left);
    expect(await site.db.$count(providers)).toBe(wins.left);
    expect(await site.db.$count(mailOutbox, eq(mailOutbox.purpose, "report.decided"))).toBe(40);
    expect(await findAuditBreak(site.db)).toBeNull();
  }, 300_000);

  it("only one of two who take a report gets it", async () => {
    const report = await makeReport(site.db);
    const seen = { reportId: report.id, version: report.version };
    const { outcomes, loser } = await race(
      () => holdReport(left.db, anna, seen),
      () => holdReport(right.db, bert, seen),
    );
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
    expect(loser).toMatchObject({ code: "conflict", what: "report.held" });
  });

  it("taking over beats a decision, or the decision stands: never both", async () => {
    const holdExpiresAt = new Date(Date.now() + 600_000);
    const report = await makeReport(site.db, { state: "in-review", heldBy: anna.id, holdExpiresAt });
    const seen = { reportId: report.id, version: report.version };
    const { outcomes, loser } = await race(
      () => rejectReport(left.db, anna, { ...seen, reason: REASON }),
      () => takeOver(right.db, bert, { ...seen, note: "She is on leave" }),
    );
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
    expect(loser).toBeInstanceOf(ConflictError);
  });
});

describe("a hold", () => {
  it("runs out at its minute, and not before; twenty jobs at once give it back once", async () => {
    const now = new Date("2026-11-21T12:00:00Z");
    const report = await makeReport(site.db);
    const held = await holdReport(site.db, anna, { reportId: report.id, version: 1 }, now);
    const almost = new Date(now.getTime() + 30 * 60_000 - 1);
    const over = new Date(now.getTime() + 30 * 60_000);
    expect(await expireHolds(site.db, undefined, almost)).toBe(0);
    await renewHold(site.db, anna, { reportId: report.id, version: held.version }, almost);
    expect(await expireHolds(site.db, undefined, over)).toBe(0);
    const later = new Date(almost.getTime() + 30 * 60_000);
    const jobs = await Promise.all(
      Array.from({ length: 20 }, (_, index) => expireHolds((index % 2 ? left : right).db, undefined, later)),
    );
    expect(jobs.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await findReport(site.db, report.id)).toMatchObject({
      state: "submitted",
      heldBy: null,
      version: 4,
    });
  });
});

it("gives each of two who take the next at the same moment another report, and neither twice", async () => {
  const provider = `Race ${randomUUID()}`;
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));
  for (let number = 0; number < 20; number += 1)
    await makeReport(
      site.db,
      { submittedAt: at(number) },
      makeProposal({ postcode: "", providerName: provider }),
    );
  const view = writeQueueAddress({ q: provider.replaceAll("-", " ") });
  const taken = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      takeNext((index % 2 ? left : right).db, index % 3 ? anna : bert, { view }),
    ),
  );
  const ids = taken.filter((id) => id !== null);
  expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
});

it("asks which rules hold for a change without waiting for whoever writes the entry", async () => {
  // Publishing takes its lock before it locks a record: one that locked a record first would stand in its way.
  const world = await makeWorld(site.db, "race");
  const proposal = {
    kind: "same-as",
    v: 1,
    serviceId: world.ids.service,
    otherId: randomUUID(),
    note: "",
  } as const;
  await inTransaction(left.db, async (writer) => {
    await lockRecords(writer, "service", [world.ids.service]);
    await inTransaction(right.db, async (reader) => {
      await reader.execute(sql`set local lock_timeout = '100ms'`);
      expect(await findRulesOfChange(reader, { proposal }, SECOND_PERSON_RULES)).toEqual([]);
    });
  });
});
