import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findMail } from "@/db/queries/mail";
import { auditEntries, auditPayloads } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { headText, readHead } from "@/domain/audit/chain-state";
import { audit } from "@/server/audit";
import { log as logger } from "@/server/log";
import { loadHealth } from "@/server/pages/load-health";
import { loadAudit } from "@/server/reports/pages/load-audit";
import { CHECK_EVERY_MS, checkAuditWhenDue } from "./audit-timer";
import { checkAudit } from "./check-audit";

const db = testDb("owner");
const now = new Date("2026-11-28T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const write = (id: string) => audit(db, systemActor("test"), "report.held", { type: "report", id }, { id });
const log = vi.spyOn(logger, "info");
const errors = vi.spyOn(logger, "error");

beforeEach(async () => {
  log.mockImplementation(() => undefined);
  errors.mockImplementation(() => undefined);
  for (const id of ["1", "2", "3"]) await write(id);
});
afterEach(() => {
  vi.clearAllMocks();
});

async function cut(from: number) {
  await db.execute(sql`delete from audit_payloads where number >= ${from}`);
  await db.execute(sql`delete from audit_entries where number >= ${from}`);
}

describe("a check", () => {
  it("tells the head in the log and in one mail a week to each admin, and to nobody else", async () => {
    await makeCampaigner(db, { email: "admin@example.org", role: "admin", emailVerifiedAt: now });
    await makeCampaigner(db, { email: "entered@example.org", role: "admin", emailVerifiedAt: null });
    await makeCampaigner(db, { email: "moderator@example.org", role: "moderator", emailVerifiedAt: now });
    const { head } = await checkAudit(db, now);
    expect(head.number).toBe(3);
    expect(JSON.stringify(log.mock.calls)).toContain(headText(head));
    await checkAudit(db, later(1000));
    const mails = await findMail(db, 10);
    expect(mails.map(({ recipient }) => recipient)).toEqual(["admin@example.org"]);
    expect(mails[0]?.text).toContain(headText(head));
    await checkAudit(db, later(7 * CHECK_EVERY_MS));
    expect(await findMail(db, 10)).toHaveLength(2);
  });

  it("sees a chain that was cut at its end, and goes on seeing it when entries are added", async () => {
    await checkAudit(db, now);
    await cut(3);
    expect(await checkAudit(db, later(1))).toMatchObject({ faultAt: 3, fault: "cut" });
    await write("another");
    expect(await checkAudit(db, later(2))).toMatchObject({ faultAt: 3, fault: "cut" });
    await write("and more");
    expect(await checkAudit(db, later(3))).toMatchObject({ faultAt: 3, fault: "cut" });
  });

  it("mails at once what does not hold", async () => {
    await makeCampaigner(db, { email: "admin@example.org", role: "admin", emailVerifiedAt: now });
    await db
      .update(auditPayloads)
      .set({ payload: { id: "other" } })
      .where(eq(auditPayloads.number, 2));
    expect(await checkAudit(db, now)).toMatchObject({ faultAt: 2, fault: "payload", entries: 1 });
    const [mail] = await findMail(db, 10);
    expect(mail?.subject).toMatch(/does not hold at entry 2$/);
    expect(mail?.text).toContain("what was said with it is not what was written");
    expect(errors).toHaveBeenCalledWith(expect.objectContaining({ entry: 2 }), "The audit does not hold");
  });

  it("is made when the last one is a day old", async () => {
    expect(await checkAuditWhenDue(db, now)).toBe(true);
    expect(await checkAuditWhenDue(db, later(CHECK_EVERY_MS - 1))).toBe(false);
    expect(await checkAuditWhenDue(db, later(CHECK_EVERY_MS))).toBe(true);
  });
});

it("is shown by the health address, without a word on what is wrong", async () => {
  expect((await loadHealth(db, now)).audit).toEqual({ status: "not-checked" });
  await checkAudit(db, now);
  expect((await loadHealth(db, later(3_600_000))).audit).toEqual({ status: "ok", hours: 1 });
  expect((await loadHealth(db, later(3 * CHECK_EVERY_MS))).audit).toEqual({ status: "late", hours: 72 });
  await db.update(auditEntries).set({ actorId: "somebody" }).where(eq(auditEntries.number, 2));
  await checkAudit(db, now);
  expect(await loadHealth(db, now)).toMatchObject({ status: "ok", audit: { status: "broken", hours: 0 } });
});

it("is shown on the audit's page", async () => {
  const admin = { kind: "campaigner", id: "a", role: "admin" } as const;
  expect((await loadAudit(db, admin)).check).toBeNull();
  await checkAudit(db, now);
  expect((await loadAudit(db, admin)).check).toMatchObject({ entries: 3, faultAt: null });
});

it("reads a head as it writes it, and nothing else", () => {
  const head = { number: 12, hash: "ab".repeat(32) };
  expect(readHead(` ${headText(head)}\n`)).toEqual(head);
  for (const text of ["", "12", "12:ab", `-1:${head.hash}`, `12:${head.hash}0`])
    expect(readHead(text)).toBeNull();
});
