import { describe, expect, it } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findCampaigner } from "@/db/queries/campaigners";
import { sessions } from "@/db/schema/campaigners";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { hashSessionToken } from "@/server/auth/find-session";
import { eraseOwnAccount } from "@/server/campaigners/erase-own-account";
import { findAccount, loadAccount, loadAccounts } from "@/server/campaigners/load-accounts";
import { loadOwnAccount } from "@/server/campaigners/load-own-account";

const db = testDb();
const NOW = new Date();
const minutesAgo = (count: number) => new Date(NOW.getTime() - count * 60_000);

async function person(role: CampaignerActor["role"], signedInAt = NOW) {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id } = await makeCampaigner(db, { role, email, emailVerifiedAt: NOW });
  const sessionToken = crypto.randomUUID();
  await db.insert(sessions).values({
    token: hashSessionToken(sessionToken),
    campaignerId: id,
    createdAt: signedInAt,
    expiresAt: new Date(NOW.getTime() + 3600_000),
  });
  return { actor: { kind: "campaigner", id, role } satisfies CampaignerActor, sessionToken, email };
}

describe("erasing one's own account", () => {
  it("needs the words, typed out", async () => {
    const { actor, sessionToken } = await person("campaigner");
    for (const words of ["", "erase", "erase my accounts"])
      await expect(eraseOwnAccount(db, actor, { words, sessionToken }, NOW)).rejects.toMatchObject({
        fields: { words: "words-wrong" },
      });
    await eraseOwnAccount(db, actor, { words: " Erase my account ", sessionToken }, NOW);
    expect(await findCampaigner(db, actor.id)).toMatchObject({ email: null });
  });

  it("needs a sign-in of the last half hour, and one's own", async () => {
    const words = "erase my account";
    const late = await person("campaigner", minutesAgo(31));
    const other = await person("campaigner");
    for (const sessionToken of [late.sessionToken, other.sessionToken, "made up", undefined])
      await expect(eraseOwnAccount(db, late.actor, { words, sessionToken }, NOW)).rejects.toMatchObject({
        reason: "sign-in-again",
      });
    const again = await person("campaigner", minutesAgo(29));
    await eraseOwnAccount(db, again.actor, { words, sessionToken: again.sessionToken }, NOW);
    expect(await findCampaigner(db, again.actor.id)).toMatchObject({ email: null });
  });

  it("is not for the last admin, who is told so before", async () => {
    const admin = await person("admin");
    expect(await loadOwnAccount(db, admin.actor)).toEqual({
      email: admin.email,
      isLastAdmin: true,
      mailWish: "daily",
      called: null,
    });
    const erase = eraseOwnAccount(db, admin.actor, { words: "erase my account", ...admin }, NOW);
    await expect(erase).rejects.toMatchObject({ reason: "last-admin" });
    await person("admin");
    expect(await loadOwnAccount(db, admin.actor)).toMatchObject({ isLastAdmin: false });
  });
});

describe("the accounts that an admin sees", () => {
  it("are found by the whole address or by four letters, and by nothing less", async () => {
    const [admin, them] = [await person("admin"), await person("moderator")];
    expect(await findAccount(db, admin.actor, ` ${them.email.toUpperCase()} `)).toEqual({
      id: them.actor.id,
    });
    const found = await findAccount(db, admin.actor, them.actor.id.slice(-4));
    expect("id" in found ? found.id : found.handle).toContain(them.actor.id.slice(-4));
    for (const typed of ["%", "____", them.email.slice(0, 8), "nobody@example.org"])
      await expect(findAccount(db, admin.actor, typed)).rejects.toMatchObject({
        fields: { who: "nobody-found" },
      });
    await expect(findAccount(db, admin.actor, " ")).rejects.toMatchObject({ fields: { who: "who-needed" } });
  });

  it("come fifty to a page, each once, and those who were erased are not among them", async () => {
    const admin = await person("admin");
    for (let count = 0; count < 60; count += 1) await makeCampaigner(db, {});
    const gone = await person("campaigner");
    await eraseOwnAccount(db, gone.actor, { words: "erase my account", ...gone }, NOW);
    const first = await loadAccounts(db, admin.actor);
    const second = await loadAccounts(db, admin.actor, { page: 2 });
    expect([first.lines.length, first.pages, second.page]).toEqual([50, 2, 2]);
    const all = [...first.lines, ...second.lines].map(({ id }) => id);
    expect([new Set(all).size, first.total]).toEqual([all.length, all.length]);
    expect(all).not.toContain(gone.actor.id);
    await expect(loadAccount(db, admin.actor, gone.actor.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(loadAccount(db, admin.actor, "' or 1=1")).rejects.toMatchObject({ code: "not-found" });
  });

  it("draw what the use cases allow: for the last admin neither a suspension nor another role", async () => {
    const [admin, them] = [await person("admin"), await person("moderator")];
    const own = await loadAccount(db, admin.actor, admin.actor.id);
    expect([own.roles, own.roleRefusal, own.refusals.suspend]).toEqual([[], "last-admin", "own-account"]);
    const read = await loadAccount(db, admin.actor, them.actor.id);
    expect(read.roles).toEqual(["campaigner", "trusted-campaigner", "admin"]);
    expect(read.refusals).toEqual({ restore: "not-suspended", export: "not-yours", erase: "not-yours" });
    expect(read.sessions).toBe(1);
  });

  it("nobody but an admin sees any of it", async () => {
    const { actor } = await person("moderator");
    for (const read of [
      loadAccounts(db, actor),
      findAccount(db, actor, "x"),
      loadAccount(db, actor, actor.id),
    ])
      await expect(read).rejects.toMatchObject({ reason: "not-admin" });
  });
});
