import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { makeCampaigner } from "@/db/factories";
import { findSecurityEvents } from "@/db/queries/security-events";
import { upsertSignInCode } from "@/db/queries/sign-in-tokens";
import { securityEvents } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { PROVOKED_AN_HOUR } from "@/domain/security/event";
import { finishSignIn } from "@/server/auth/finish-sign-in";
import { redeemCode } from "@/server/auth/redeem-code";
import { requestSignIn } from "@/server/auth/request-sign-in";
import { signOut, signOutEverywhere } from "@/server/auth/sign-out";
import { grantRole } from "@/server/campaigners/grant-role";
import { keepRetention } from "@/server/privacy/keep-retention";
import { recordSecurityEvent } from "./record-security-event";

const db = testDb();
const owner = testDb("owner");
const from = "192.0.2.1";
const kinds = async () => (await findSecurityEvents(db, { limit: 100 })).map(({ kind }) => kind).reverse();

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function signIn(email: string) {
  await requestSignIn(db, { email, callbackUrl: "", locale: "en", from });
  const mail = await db.execute<{ text: string }>(
    sql`select text from mail_outbox where recipient = ${email}`,
  );
  const token = /token=([\w-]+)/.exec(mail.at(-1)?.text ?? "")?.[1] ?? "";
  return finishSignIn(db, { email, token });
}

describe("what happens to an account is told", () => {
  it("a sign-in, a link that is refused, a sign-out", async () => {
    const done = await signIn("a@example.org");
    if (!done.ok) throw new Error(done.problem);
    await finishSignIn(db, { email: "a@example.org", token: "made up" });
    await signOut(db, done.session.token);
    await signOut(db, done.session.token);
    expect(await kinds()).toEqual(["sign-in", "link-refused", "signed-out"]);
    const rows = await findSecurityEvents(db, { limit: 50 });
    expect(new Set(rows.map(({ accountId }) => accountId)).size).toBe(1);
  });

  it("a wrong code, for an address that somebody has and for one that nobody has", async () => {
    const { id } = await makeCampaigner(db, { email: "b@example.org" });
    const soon = new Date(Date.now() + 60_000);
    await upsertSignInCode(db, { email: "b@example.org", codeHash: "x", expiresAt: soon });
    for (const email of ["b@example.org", "nobody@example.org"]) {
      await expect(redeemCode(db, { email, code: "BCDF-GHJK", from })).rejects.toThrow();
    }
    const rows = await findSecurityEvents(db, { limit: 50 });
    expect(rows.map(({ kind, accountId }) => [kind, accountId])).toEqual([
      ["code-wrong", null],
      ["code-wrong", id],
    ]);
  });

  it("a change of role and the end of all sessions, each with who did it", async () => {
    const { id } = await makeCampaigner(db);
    await grantRole(db, systemActor(COMMAND_LINE), { id }, "moderator");
    const admin = { kind: "campaigner", id: crypto.randomUUID(), role: "admin" } as const;
    await signOutEverywhere(db, admin, id);
    expect(await findSecurityEvents(db, { limit: 50 })).toMatchObject([
      { kind: "signed-out-everywhere", accountId: id, byId: admin.id, detail: "0 sessions" },
      { kind: "role-changed", accountId: id, byId: COMMAND_LINE, detail: "campaigner to moderator" },
    ]);
  });
});

test("nothing that somebody typed gets in, and nobody's own deed names them twice", async () => {
  const { id } = await makeCampaigner(db);
  const by = { kind: "campaigner", id, role: "campaigner" } as const;
  await recordSecurityEvent(db, "refused", { accountId: id, by, detail: "Mail someone@example.org\n<b>" });
  const [row] = await findSecurityEvents(db, { limit: 1 });
  expect(row).toMatchObject({ byId: null, detail: "mail someone-example.org-b-" });
  const address = { kind: "refused", detail: "someone@example.org" } as const;
  await expect(inTransaction(db, (inner) => inner.insert(securityEvents).values(address))).rejects.toThrow();
});

test("being refused over and over does not bury what else happened", async () => {
  const { id } = await makeCampaigner(db);
  for (let i = 0; i < PROVOKED_AN_HOUR + 5; i++) await recordSecurityEvent(db, "refused", { accountId: id });
  await recordSecurityEvent(db, "role-changed", { accountId: id });
  expect(await kinds()).toHaveLength(PROVOKED_AN_HOUR + 1);
});

test.each([
  ["change", sql`update security_events set detail = ''`],
  ["remove", sql`delete from security_events`],
])("the application cannot %s a line", async (_, statement) => {
  const refused = inTransaction(db, (inner) => inner.execute(statement));
  await expect(refused).rejects.toMatchObject({ code: "42501" });
});

test("lines of more than a year are removed, and no others", async () => {
  const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);
  await owner.insert(securityEvents).values([
    { kind: "sign-in", at: ago(370) },
    { kind: "sign-in", at: ago(360) },
  ]);
  await owner.execute(sql`set local role nhs_map_app`);
  await keepRetention(owner);
  expect(await findSecurityEvents(owner, { limit: 5 })).toHaveLength(1);
});
