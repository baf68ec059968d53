import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { findBatch } from "@/db/queries/batches";
import { findReportHistory } from "@/db/queries/decisions";
import { findReport } from "@/db/queries/reports";
import { insertSession } from "@/db/queries/sessions";
import { mailOutbox, signInCodes, verificationTokens } from "@/db/schema/campaigners";
import { testDb } from "@/db/testing";
import { type CampaignerActor, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { formOf } from "@/domain/reports/new-service-form";
import { createAdapter } from "@/server/auth/adapter";
import { findActorOfToken, hashSessionToken } from "@/server/auth/find-session";
import { requestSignIn } from "@/server/auth/request-sign-in";
import { endSessions } from "@/server/campaigners/end-sessions";
import { findCampaignerActor } from "@/server/campaigners/find-actor";
import { grantRole } from "@/server/campaigners/grant-role";
import { restoreAccount } from "@/server/campaigners/restore-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import { approveImport } from "@/server/imports/engine/approve-import";
import { countImportsToApprove } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { stage, versionOf } from "@/server/imports/testing";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { reviewReport } from "@/server/reports/moves/review-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadMyReports } from "@/server/reports/pages/load-my-reports";
import { loadQueue } from "@/server/reports/pages/load-queue";

const db = testDb();
const commandLine = systemActor(COMMAND_LINE);
const because = "Sends made-up services.";
const proposal = makeProposal({ postcode: "", town: "Nowhere-on-Sea" });

async function person(role: Role): Promise<CampaignerActor & { email: string }> {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id } = await makeCampaigner(db, { role, email });
  return { kind: "campaigner", id, role, email };
}

async function signedIn(id: string): Promise<string> {
  const token = crypto.randomUUID();
  const expiresAt = new Date(Date.now() + 3600_000);
  await insertSession(db, { token: hashSessionToken(token), campaignerId: id, expiresAt });
  return token;
}

const ask = (email: string) => ({ email, callbackUrl: "/", locale: "en" as const, from: "192.0.2.1" });

describe("a suspended account", () => {
  it("is signed out at once and cannot sign in; its owner alone is told, by mail", async () => {
    const [them, other, admin] = [
      await person("campaigner"),
      await person("campaigner"),
      await person("admin"),
    ];
    const token = await signedIn(them.id);
    await requestSignIn(db, ask(them.email));
    const done = await suspendAccount(db, admin, { id: them.id }, { because });
    expect(done.sessions).toBe(1);
    expect(await findActorOfToken(db, token)).toMatchObject({ kind: "visitor" });
    expect(await db.select().from(verificationTokens)).toEqual([]);
    expect(await db.select().from(signInCodes)).toEqual([]);
    // A session that is made in the very moment counts for nothing either.
    expect(await findActorOfToken(db, await signedIn(them.id))).toMatchObject({ kind: "visitor" });

    const known = await requestSignIn(db, ask(them.email));
    const unknown = await requestSignIn(db, ask("nobody@example.org"));
    expect([known, unknown]).toEqual([them.email, "nobody@example.org"]);
    const offers = await db.select().from(verificationTokens);
    expect(offers.map(({ identifier }) => identifier)).toEqual(["nobody@example.org"]);
    const mails = await db.select().from(mailOutbox).where(eq(mailOutbox.recipient, them.email));
    const told = mails.find(({ text }) => text.includes("Your account is suspended"));
    expect(told?.text).not.toContain(because);
    expect(told?.text).not.toContain("token=");
    await expect(findCampaignerActor(db, them.email)).rejects.toMatchObject({ code: "not-found" });
    expect(await findActorOfToken(db, await signedIn(other.id))).toMatchObject({ id: other.id });
  });

  it("gets no session out of a link that was under way", async () => {
    const [them, admin] = [await person("campaigner"), await person("admin")];
    await suspendAccount(db, admin, { id: them.id }, { because });
    const adapter = createAdapter(db);
    const offer = { identifier: them.email, token: "hash", expires: new Date(Date.now() + 60_000) };
    await adapter.createVerificationToken?.(offer);
    expect(await adapter.useVerificationToken?.({ identifier: them.email, token: "hash" })).toBeNull();
  });

  it("has nothing in the queue until it is lifted, and then stands where it stood", async () => {
    const [author, moderator, admin] = [
      await person("campaigner"),
      await person("moderator"),
      await person("admin"),
    ];
    const trusted = await person("trusted-campaigner");
    const waits = await makeReport(db, { authorId: author.id, state: "submitted" }, proposal);
    const second = await makeReport(db, { authorId: author.id, state: "awaiting-second" }, proposal);
    const held = await makeReport(
      db,
      {
        authorId: author.id,
        state: "in-review",
        heldBy: moderator.id,
        holdExpiresAt: new Date(Date.now() + 60_000),
      },
      proposal,
    );
    const queued = async () => (await loadQueue(db, moderator)).items.map(({ id }) => id).sort();
    const all = [waits.id, second.id, held.id].sort();
    expect(await queued()).toEqual(all);
    expect((await loadMyReports(db, trusted)).toReview).toHaveLength(3);

    await suspendAccount(db, admin, { id: author.id }, { because });
    expect(await queued()).toEqual([]);
    expect((await loadMyReports(db, trusted)).toReview).toEqual([]);
    expect(await findReport(db, held.id)).toMatchObject({ state: "submitted", heldBy: null });
    expect((await findReportHistory(db, waits.id)).at(-1)?.action).toBe("report.set-aside");
    const read = await loadModerationReport(db, moderator, waits.id);
    expect(read.refusals.hold).toBe("set-aside");
    const hold = holdReport(db, moderator, { reportId: waits.id, version: read.report.version });
    await expect(hold).rejects.toMatchObject({ reason: "set-aside" });

    expect(await restoreAccount(db, admin, { id: author.id })).toEqual({ reports: 3, imports: 0 });
    expect(await queued()).toEqual(all);
    expect(await findReport(db, second.id)).toMatchObject({ state: "awaiting-second", setAsideAt: null });
    expect(await findActorOfToken(db, await signedIn(author.id))).toMatchObject({ id: author.id });
  });

  it("cannot send what was on its way", async () => {
    const [author, admin] = [await person("campaigner"), await person("admin")];
    await suspendAccount(db, admin, { id: author.id }, { because });
    const form = { ...formOf(proposal), licence: "accepted" };
    await expect(submitReport(db, author, { form })).rejects.toMatchObject({ reason: "sign-in" });
  });

  it("as a moderator: what they hold is free, nothing is passed to them, and their reviews do not count", async () => {
    const [author, moderator, admin] = [
      await person("campaigner"),
      await person("moderator"),
      await person("admin"),
    ];
    const report = await makeReport(db, { authorId: author.id, state: "submitted" }, proposal);
    await reviewReport(db, moderator, {
      reportId: report.id,
      revision: 1,
      verdict: "dispute",
      reason: "It is not there any more.",
      source: "A visit",
    });
    await holdReport(db, moderator, { reportId: report.id, version: report.version });
    await suspendAccount(db, commandLine, { email: moderator.email }, { because });
    expect(await findReport(db, report.id)).toMatchObject({ state: "submitted", heldBy: null });
    const queue = await loadQueue(db, admin);
    expect(queue.items[0]?.reviews).toEqual({ confirmed: 0, disputed: 0 });
    const read = await loadModerationReport(db, admin, report.id);
    expect([read.others, read.reviews]).toEqual([[], []]);
    const held = await holdReport(db, admin, { reportId: report.id, version: read.report.version });
    const to = moderator.id.slice(-4);
    const pass = passOn(db, admin, {
      reportId: report.id,
      version: held.version,
      to,
      note: "Yours: I am away",
    });
    await expect(pass).rejects.toMatchObject({ fields: { to: "moderator-needed" } });
    await restoreAccount(db, commandLine, { email: moderator.email });
    expect((await loadModerationReport(db, admin, report.id)).reviews).toHaveLength(1);
  });

  it("as an importer: what waits cannot be approved until it is lifted", async () => {
    const [importer, admin] = [await person("admin"), await person("admin")];
    const list = "Place,Postcode,Kind of care,Provider,Note\nClinic,CA2 7HY,eye care,not named,Says so\n";
    const batchId = await stage(db, importer, list);
    await submitImport(db, importer, { batchId, version: await versionOf(db, batchId) });
    expect(await countImportsToApprove(db, admin)).toBe(1);
    await suspendAccount(db, admin, { id: importer.id }, { because });
    expect(await countImportsToApprove(db, admin)).toBe(0);
    const seen = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
    await expect(approveImport(db, admin, seen)).rejects.toMatchObject({ reason: "set-aside" });
    await restoreAccount(db, admin, { id: importer.id });
    expect(await countImportsToApprove(db, admin)).toBe(1);
    expect((await findBatch(db, batchId))?.setAsideAt).toBeNull();
  });
});

describe("no lock-out", () => {
  it("the last admin who counts is neither suspended nor given another role, by anybody", async () => {
    const [one, two] = [await person("admin"), await person("admin")];
    await expect(suspendAccount(db, one, { id: one.id }, { because })).rejects.toMatchObject({
      reason: "own-account",
    });
    await suspendAccount(db, one, { id: two.id }, { because });
    // The suspended one is no admin to fall back on.
    const last = suspendAccount(db, commandLine, { id: one.id }, { because });
    await expect(last).rejects.toMatchObject({ reason: "last-admin" });
    await expect(grantRole(db, one, { id: one.id }, "moderator")).rejects.toMatchObject({
      reason: "last-admin",
    });
    await expect(grantRole(db, one, { id: two.id }, "moderator")).rejects.toMatchObject({
      reason: "suspended",
    });
  });

  it("a reason is needed, and words of a reason stay out of what others read", async () => {
    const [them, admin] = [await person("campaigner"), await person("admin")];
    const none = suspendAccount(db, admin, { id: them.id }, { because: "  " });
    await expect(none).rejects.toMatchObject({ fields: { because: "because-needed" } });
  });
});

describe("ending sessions", () => {
  it("an admin ends anybody's; a moderator nobody's", async () => {
    const [them, admin, moderator] = [
      await person("campaigner"),
      await person("admin"),
      await person("moderator"),
    ];
    const token = await signedIn(them.id);
    await expect(endSessions(db, moderator, { id: them.id })).rejects.toMatchObject({ reason: "not-admin" });
    expect(await endSessions(db, admin, { id: them.id })).toBe(1);
    expect(await findActorOfToken(db, token)).toMatchObject({ kind: "visitor" });
  });
});
