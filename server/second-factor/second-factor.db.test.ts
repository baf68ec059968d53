import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findSecurityEvents } from "@/db/queries/security-events";
import { insertSession } from "@/db/queries/sessions";
import { campaigners, recoveryCodes, secondFactors } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, ROLES, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { RECOVERY_CODES } from "@/domain/security/second-factor";
import { findActorOfToken, hashSessionToken } from "@/server/auth/find-session";
import { loadAudit } from "@/server/reports/pages/load-audit";
import { beginSecondFactor } from "./begin-second-factor";
import { confirmSecondFactor } from "./confirm-second-factor";
import { giveSecondFactor } from "./give-second-factor";
import { loadSecondFactor } from "./load-second-factor";
import { removeSecondFactor, resetSecondFactor } from "./remove-second-factor";
import { requireSecondFactor } from "./require-second-factor";

const db = testDb();
const HALF_MINUTE = 30_000;
let now: Date;

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
  now = new Date();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

let sessions = 0;
async function signIn(role: Role, id?: string) {
  const accountId = id ?? (await makeCampaigner(db, { role })).id;
  sessions += 1;
  const sessionToken = `session ${sessions}`;
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await insertSession(db, { token: hashSessionToken(sessionToken), campaignerId: accountId, expiresAt });
  return { id: accountId, sessionToken };
}

async function actorOf(sessionToken: string): Promise<CampaignerActor> {
  const actor = await findActorOfToken(db, sessionToken);
  if (actor.kind !== "campaigner") throw new Error("signed out");
  return actor;
}

const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: secret.replaceAll(" ", "") }).generate({ timestamp: at.getTime() });

/** Sets an app up, as its owner would. */
async function setUp(sessionToken: string) {
  const actor = await actorOf(sessionToken);
  await beginSecondFactor(db, actor);
  const begun = await loadSecondFactor(db, actor);
  if (begun.step !== "begun") throw new Error(begun.step);
  await confirmSecondFactor(db, actor, { code: codeAt(begun.secret, now), sessionToken }, now);
  return begun;
}

const later = (halfMinutes: number) => new Date(now.getTime() + halfMinutes * HALF_MINUTE);

describe("an app", () => {
  it("is set up with its first code, and asked for in every other session from then on", async () => {
    const here = await signIn("moderator");
    const there = await signIn("moderator", here.id);
    await beginSecondFactor(db, await actorOf(here.sessionToken));
    expect((await actorOf(there.sessionToken)).role).toBe("moderator");
    const { secret } = await setUp(here.sessionToken);
    expect((await actorOf(here.sessionToken)).role).toBe("moderator");

    const held = await actorOf(there.sessionToken);
    expect(held).toMatchObject({ role: "trusted-campaigner", withheld: "moderator" });
    expect(await loadSecondFactor(db, held)).toEqual({ step: "asked" });
    const sent = { code: codeAt(secret, later(1)), sessionToken: there.sessionToken };
    await giveSecondFactor(db, held, sent, later(1));
    expect(await actorOf(there.sessionToken)).toEqual({ kind: "campaigner", id: here.id, role: "moderator" });
    const kinds = (await findSecurityEvents(db, { limit: 9 })).map(({ kind }) => kind);
    expect(kinds).toEqual(["second-factor-passed", "second-factor-set"]);
  });

  it("has its secret and recovery codes sealed and hashed in the database, and tells them no more", async () => {
    const { sessionToken } = await signIn("admin");
    const { secret, recovery, square } = await setUp(sessionToken);
    const [row] = await db.select().from(secondFactors);
    expect(row?.secret).not.toContain(secret.replaceAll(" ", ""));
    const hashes = (await db.select().from(recoveryCodes)).map(({ codeHash }) => codeHash);
    expect(hashes).toHaveLength(RECOVERY_CODES);
    for (const code of recovery) expect(hashes.join()).not.toContain(code.replace("-", ""));
    expect(square.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    expect(await loadSecondFactor(db, await actorOf(sessionToken))).toEqual({
      step: "on",
      required: false,
      recoveryLeft: RECOVERY_CODES,
    });
  });

  it("takes each code once: neither again, nor an older one", async () => {
    const { id, sessionToken } = await signIn("admin");
    const { secret } = await setUp(sessionToken);
    const other = await signIn("admin", id);
    const held = await actorOf(other.sessionToken);
    const give = (code: string, at: Date) =>
      giveSecondFactor(db, held, { code, sessionToken: other.sessionToken }, at);
    // The code that set it up, still on the app's screen.
    await expect(give(codeAt(secret, now), now)).rejects.toMatchObject({ fields: { code: "factor-wrong" } });
    await give(codeAt(secret, later(2)), later(2));
    await expect(give(codeAt(secret, later(2)), later(2))).rejects.toThrow();
    await expect(give(codeAt(secret, later(1)), later(2))).rejects.toThrow();
    await expect(give(codeAt(secret, later(9)), later(3))).rejects.toThrow();
  });

  it("is guessed ten times in a quarter of an hour at most, and each guess is told", async () => {
    const { id, sessionToken } = await signIn("admin");
    await setUp(sessionToken);
    const other = await signIn("admin", id);
    const held = await actorOf(other.sessionToken);
    const guess = () => giveSecondFactor(db, held, { code: "BBBB-BBBB", sessionToken: other.sessionToken });
    for (let i = 0; i < 9; i++) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many" });
    const events = await findSecurityEvents(db, { limit: 20 });
    expect(events.filter(({ kind }) => kind === "second-factor-wrong")).toHaveLength(9);
  });

  it("is lost: a recovery code helps once", async () => {
    const { id, sessionToken } = await signIn("moderator");
    const { recovery } = await setUp(sessionToken);
    const [code = ""] = recovery;
    const other = await signIn("moderator", id);
    const sent = { code: code.toLowerCase(), sessionToken: other.sessionToken };
    await giveSecondFactor(db, await actorOf(other.sessionToken), sent);
    expect((await actorOf(other.sessionToken)).role).toBe("moderator");
    const again = giveSecondFactor(db, await actorOf(other.sessionToken), sent);
    await expect(again).rejects.toMatchObject({ fields: { code: "factor-wrong" } });
    expect((await findSecurityEvents(db, { limit: 5 })).map(({ kind }) => kind)).toContain(
      "recovery-code-used",
    );
  });

  it("is taken away with a code, or by the command line, and by nobody else", async () => {
    const { id, sessionToken } = await signIn("admin");
    const { secret } = await setUp(sessionToken);
    const actor = await actorOf(sessionToken);
    await expect(removeSecondFactor(db, actor, "000000", now)).rejects.toThrow();
    await expect(resetSecondFactor(db, actor, id)).rejects.toMatchObject({ reason: "command-line-only" });
    await removeSecondFactor(db, actor, codeAt(secret, later(1)), later(1));
    expect(await db.select().from(recoveryCodes)).toEqual([]);
    await setUp(sessionToken);
    await resetSecondFactor(db, systemActor(COMMAND_LINE), id);
    expect(await loadSecondFactor(db, actor)).toEqual({ step: "none", required: false });
    expect((await findSecurityEvents(db, { limit: 1 }))[0]).toMatchObject({ byId: COMMAND_LINE });
  });

  it("cannot be set up anew over one that counts", async () => {
    const { sessionToken } = await signIn("admin");
    await setUp(sessionToken);
    const again = beginSecondFactor(db, await actorOf(sessionToken));
    await expect(again).rejects.toMatchObject({ reason: "second-factor-exists" });
  });
});

describe("an admin can require it", () => {
  test("then moderators and admins without one have no such rights until they have it", async () => {
    const admin = await signIn("admin");
    await setUp(admin.sessionToken);
    await requireSecondFactor(db, await actorOf(admin.sessionToken), true);
    expect((await actorOf(admin.sessionToken)).role).toBe("admin");
    const other = await signIn("admin");
    const held = await actorOf(other.sessionToken);
    expect(held).toMatchObject({ role: "trusted-campaigner", withheld: "admin" });
    await expect(loadAudit(db, held)).rejects.toMatchObject({ reason: "not-admin" });
    expect(() => requireSecondFactor(db, held, false)).toThrow("not-admin");
    await setUp(other.sessionToken);
    await expect(loadAudit(db, await actorOf(other.sessionToken))).resolves.toBeTruthy();
  });

  test("who has none of their own cannot, as they would lock themselves out", async () => {
    const { sessionToken } = await signIn("admin");
    const required = requireSecondFactor(db, await actorOf(sessionToken), true);
    await expect(required).rejects.toMatchObject({ reason: "second-factor-first" });
  });

  test.each(ROLES)("%s: others are not asked, and have none", async (role) => {
    const admin = await signIn("admin");
    await setUp(admin.sessionToken);
    await requireSecondFactor(db, await actorOf(admin.sessionToken), true);
    const { id, sessionToken } = await signIn(role);
    const actor = await actorOf(sessionToken);
    const decides = role === "moderator" || role === "admin";
    expect(actor.withheld).toBe(decides ? role : undefined);
    const begun = beginSecondFactor(db, actor);
    if (decides) await expect(begun).resolves.toBeUndefined();
    else await expect(begun).rejects.toMatchObject({ reason: "no-second-factor-role" });
    // A role that is taken back is gone at once, second factor or not.
    await db.update(campaigners).set({ role: "campaigner" }).where(eq(campaigners.id, id));
    expect(await actorOf(sessionToken)).toEqual({ kind: "campaigner", id, role: "campaigner" });
  });
});
