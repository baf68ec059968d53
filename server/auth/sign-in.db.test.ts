import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import { findMail } from "@/db/queries/mail";
import { findSecurityEvents } from "@/db/queries/security-events";
import { findTokenOwner } from "@/db/queries/sign-in-tokens";
import { auditEntries } from "@/db/schema/audit";
import { campaigners, sessions, signInCodes, verificationTokens } from "@/db/schema/campaigners";
import { testDb } from "@/db/testing";
import { ROLES, VISITOR } from "@/domain/actor";
import { CODE_ATTEMPTS, CODE_MINUTES, LINK_MINUTES } from "@/domain/campaigners/sign-in-code";
import { InvalidInputError, TooManyRequestsError } from "@/domain/errors";
import { IDLE_MINUTES } from "@/domain/security/idle";
import { findActorOfToken, hashSessionToken } from "./find-session";
import { finishSignIn } from "./finish-sign-in";
import { redeemCode } from "./redeem-code";
import { requestSignIn } from "./request-sign-in";
import { hashToken } from "./sign-in-secrets";
import { signOut, signOutEverywhere } from "./sign-out";

const db = testDb();
const email = "volunteer@example.org";
const from = "192.0.2.1";
const agoMinutes = (count: number) => new Date(Date.now() - count * 60_000);

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Asks for a mail and reads what its receiver would. */
async function askForMail(to = email, at = new Date(), callbackUrl: unknown = undefined) {
  // A transaction has one time for all its rows, so the new mail is told by its id.
  const before = new Set((await findMail(db, 50)).map((row) => row.id));
  await requestSignIn(db, { email: to, callbackUrl, locale: "en", from }, at);
  const mail = (await findMail(db, 50)).find((row) => !before.has(row.id));
  if (!mail) throw new Error("no mail");
  const link = new URL(mail.text.match(/https?:\/\/\S+\/sign-in\/confirm\S*/)?.[0] ?? "");
  // A secret in a link can have letters that look like one.
  const code = mail.text.replaceAll(/https?:\S+/g, "").match(/[A-Z0-9]{4}-[A-Z0-9]{4}/)?.[0] ?? "";
  return { mail, link, code, token: link.searchParams.get("token") ?? "" };
}

async function signInFully(to = email) {
  const { token } = await askForMail(to);
  const done = await finishSignIn(db, { email: to, token });
  if (!done.ok) throw new Error(done.problem);
  return done.session;
}

describe("the link", () => {
  it("makes a campaigner and a session at the first sign-in, and says so in the audit", async () => {
    const { link, token } = await askForMail();
    expect(await findCampaignerByEmail(db, email)).toBeUndefined();
    // Logs and histories keep addresses of pages: no address of a person is in one.
    expect(link.href).not.toMatch(/@|%40|example\.org/);
    expect(await findTokenOwner(db, hashToken(token), new Date())).toBe(email);
    expect(await findTokenOwner(db, hashToken(`${token}x`), new Date())).toBeUndefined();

    const done = await finishSignIn(db, { email, token });
    if (!done.ok) throw new Error(done.problem);
    const campaigner = await findCampaignerByEmail(db, email);
    expect(campaigner).toMatchObject({ role: "campaigner", isStarter: false });
    expect(campaigner?.emailVerifiedAt).toBeInstanceOf(Date);
    expect(done.session.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 60 * 60_000);
    expect(await findActorOfToken(db, done.session.token)).toEqual({
      kind: "campaigner",
      id: campaigner?.id,
      role: "campaigner",
    });
    const [entry] = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, campaigner?.id ?? ""));
    expect(entry).toMatchObject({ action: "campaigner.joined", actorId: campaigner?.id });
  });

  it("joins once, however often they sign in", async () => {
    await signInFully();
    await signInFully();
    const campaigner = await findCampaignerByEmail(db, email);
    const entries = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, campaigner?.id ?? ""));
    expect(entries.map((entry) => entry.action)).toEqual(["campaigner.joined"]);
  });

  it("works once", async () => {
    const { token } = await askForMail();
    expect(await finishSignIn(db, { email, token })).toMatchObject({ ok: true });
    expect(await finishSignIn(db, { email, token })).toEqual({ ok: false, problem: "link" });
    expect(await db.select().from(sessions)).toHaveLength(1);
  });

  it("is over after an hour", async () => {
    const late = await askForMail(email, agoMinutes(LINK_MINUTES + 1));
    expect(await finishSignIn(db, { email, token: late.token })).toEqual({ ok: false, problem: "link" });
    const intime = await askForMail(email, agoMinutes(LINK_MINUTES - 1));
    expect(await finishSignIn(db, { email, token: intime.token })).toMatchObject({ ok: true });
  });

  it("is of no use with another address, or a made-up token", async () => {
    const { token } = await askForMail();
    expect(await finishSignIn(db, { email: "other@example.org", token })).toEqual({
      ok: false,
      problem: "link",
    });
    expect(await finishSignIn(db, { email, token: `${token}x` })).toEqual({ ok: false, problem: "link" });
    expect(await finishSignIn(db, { email, token: "" })).toMatchObject({ ok: false });
    expect(await db.select().from(sessions)).toHaveLength(0);
  });

  it("ends what other mails offered", async () => {
    const first = await askForMail();
    const second = await askForMail();
    expect(await finishSignIn(db, { email, token: first.token })).toMatchObject({ ok: true });
    expect(await finishSignIn(db, { email, token: second.token })).toEqual({ ok: false, problem: "link" });
    await expect(redeemCode(db, { email, code: second.code, from })).rejects.toThrow(InvalidInputError);
  });

  it("ends the session of whoever used the browser before", async () => {
    const other = await signInFully("other@example.org");
    const { token } = await askForMail();
    await finishSignIn(db, { email, token, previousSession: other.token });
    expect(await findActorOfToken(db, other.token)).toEqual(VISITOR);
  });

  it("carries only a way back to our own pages", async () => {
    const own = await askForMail(email, new Date(), "/reports/new?area=1");
    expect(own.link.searchParams.get("callbackUrl")).toBe("/reports/new?area=1");
    const foreign = await askForMail(email, new Date(), "//evil.example");
    expect(foreign.link.searchParams.has("callbackUrl")).toBe(false);
    expect(foreign.mail.text).not.toContain("evil");
  });
});

describe("what the database holds", () => {
  it("is hashes of tokens, codes and sessions", async () => {
    const { token, code } = await askForMail();
    const [row] = await db.select().from(verificationTokens);
    const [codeRow] = await db.select().from(signInCodes);
    expect(row?.token).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.token).not.toContain(token);
    expect(codeRow?.codeHash).not.toContain(code.replace("-", ""));
    const done = await finishSignIn(db, { email, token });
    if (!done.ok) throw new Error(done.problem);
    const [session] = await db.select().from(sessions);
    expect(session?.token).toBe(hashSessionToken(done.session.token));
    expect(session?.token).not.toBe(done.session.token);
  });
});

describe("asking for a mail", () => {
  it("tells nothing about who is known", async () => {
    await signInFully();
    const known = await requestSignIn(db, {
      email: ` ${email.toUpperCase()} `,
      callbackUrl: "",
      locale: "en",
      from,
    });
    const unknown = await requestSignIn(db, {
      email: "new@example.org",
      callbackUrl: "",
      locale: "en",
      from,
    });
    expect([known, unknown]).toEqual([email, "new@example.org"]);
  });

  it("refuses what is no address and sends nothing", async () => {
    const asked = requestSignIn(db, { email: "a@b.org\nBcc: c@d.org", callbackUrl: "", locale: "en", from });
    await expect(asked).rejects.toMatchObject({ fields: { email: "email-invalid" } });
    expect(await findMail(db, 5)).toEqual([]);
  });

  it("stops at five mails to one address, for known and unknown ones alike", async () => {
    for (let i = 0; i < 5; i++) await askForMail();
    await expect(askForMail()).rejects.toThrow(TooManyRequestsError);
    expect(await askForMail("other@example.org")).toMatchObject({ code: expect.stringMatching(/-/) });
  });

  it("stops at forty mails from one network address", async () => {
    for (let i = 0; i < 40; i++) await askForMail(`person${i}@example.org`);
    await expect(askForMail("last@example.org")).rejects.toMatchObject({ code: "too-many" });
    await expect(
      requestSignIn(db, { email: "last@example.org", callbackUrl: "", locale: "en", from: "192.0.2.2" }),
    ).resolves.toBe("last@example.org");
  });
});

describe("the code", () => {
  it("signs in, typed in small letters with a space, and is gone", async () => {
    const { code } = await askForMail();
    const typed = code.toLowerCase().replace("-", " ");
    const redeemed = await redeemCode(db, { email: ` ${email} `, code: typed, from });
    expect(await finishSignIn(db, redeemed)).toMatchObject({ ok: true });
    await expect(redeemCode(db, { email, code, from })).rejects.toMatchObject({
      fields: { code: "code-wrong" },
    });
  });

  it("is dead after five wrong ones, even for who knows it", async () => {
    const { code } = await askForMail();
    const wrong = code.startsWith("B") ? "CCCC-CCCC" : "BBBB-BBBB";
    for (let i = 0; i < CODE_ATTEMPTS; i++) {
      await expect(redeemCode(db, { email, code: wrong, from })).rejects.toThrow(InvalidInputError);
    }
    await expect(redeemCode(db, { email, code, from })).rejects.toMatchObject({
      fields: { code: "code-wrong" },
    });
  });

  it("lives through four wrong ones", async () => {
    const { code } = await askForMail();
    const wrong = code.startsWith("B") ? "CCCC-CCCC" : "BBBB-BBBB";
    for (let i = 0; i < CODE_ATTEMPTS - 1; i++) {
      await expect(redeemCode(db, { email, code: wrong, from })).rejects.toThrow(InvalidInputError);
    }
    expect(await redeemCode(db, { email, code, from })).toMatchObject({ email });
  });

  it("is over after a quarter of an hour", async () => {
    const { code } = await askForMail(email, agoMinutes(CODE_MINUTES + 1));
    await expect(redeemCode(db, { email, code, from })).rejects.toMatchObject({
      fields: { code: "code-wrong" },
    });
  });

  it("is only good for its own address", async () => {
    const { code } = await askForMail();
    await askForMail("other@example.org");
    await expect(redeemCode(db, { email: "other@example.org", code, from })).rejects.toThrow(
      InvalidInputError,
    );
  });

  it.each([
    [
      { email: "", code: "" },
      { email: "email-missing", code: "code-missing" },
    ],
    [{ email, code: "123" }, { code: "code-shape" }],
    [{ email: "nobody", code: "BCDF-GHJK" }, { email: "email-invalid" }],
    [{ email: "unknown@example.org", code: "BCDF-GHJK" }, { code: "code-wrong" }],
  ])("%j is refused with %j", async (typed, fields) => {
    await expect(redeemCode(db, { ...typed, from })).rejects.toMatchObject({ fields });
  });
});

describe("a session", () => {
  it("is nobody's when signed out, over, or made up", async () => {
    const session = await signInFully();
    const overnight = new Date(session.expiresAt.getTime() + 1000); // cookies know whole seconds
    expect(await findActorOfToken(db, session.token, overnight)).toEqual(VISITOR);
    expect(await findActorOfToken(db, hashSessionToken(session.token))).toEqual(VISITOR);
    await signOut(db, session.token);
    expect(await findActorOfToken(db, session.token)).toEqual(VISITOR);
  });

  describe("of somebody who may decide", () => {
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);

    it.each(ROLES)("%s: it ends after half an hour without a request, or not at all", async (role) => {
      const { token } = await signInFully();
      await db.update(campaigners).set({ role }).where(eq(campaigners.email, email));
      const decides = role === "moderator" || role === "admin";
      expect(await findActorOfToken(db, token, minutes(IDLE_MINUTES - 1))).toMatchObject({ role });
      const soonAgain = minutes(2 * IDLE_MINUTES - 2);
      expect(await findActorOfToken(db, token, soonAgain)).toMatchObject({ role });
      const tooLate = minutes(3 * IDLE_MINUTES);
      expect((await findActorOfToken(db, token, tooLate)).kind).toBe(decides ? "visitor" : "campaigner");
      const [event] = await findSecurityEvents(db, { limit: 1 });
      expect(event?.kind).toBe(decides ? "session-idle" : "sign-in");
      expect(await db.select().from(sessions)).toHaveLength(decides ? 0 : 1);
    });

    it("is written to once a minute, however much they ask for", async () => {
      const { token } = await signInFully();
      await db.update(campaigners).set({ role: "admin" }).where(eq(campaigners.email, email));
      const seen = async () => (await db.select().from(sessions))[0]?.lastSeenAt.getTime();
      const before = await seen();
      await findActorOfToken(db, token, new Date((before ?? 0) + 59_000));
      expect(await seen()).toBe(before);
      await findActorOfToken(db, token, new Date((before ?? 0) + 60_000));
      expect(await seen()).toBe((before ?? 0) + 60_000);
    });
  });

  it("ends everywhere, by its owner or an admin and by nobody else", async () => {
    const here = await signInFully();
    const there = await signInFully();
    const owner = await findActorOfToken(db, here.token);
    if (owner.kind !== "campaigner") throw new Error("not signed in");
    const stranger = {
      kind: "campaigner",
      id: "00000000-0000-4000-8000-000000000000",
      role: "moderator",
    } as const;
    expect(() => signOutEverywhere(db, stranger, owner.id)).toThrow("not-admin");
    expect(await signOutEverywhere(db, owner, owner.id)).toBe(2);
    expect(await findActorOfToken(db, there.token)).toEqual(VISITOR);
    expect(await signOutEverywhere(db, { ...stranger, role: "admin" }, owner.id)).toBe(0);
  });
});
