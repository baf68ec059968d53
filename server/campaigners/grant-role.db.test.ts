import { desc } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findCampaignerByEmail, findCampaigners, insertCampaigner } from "@/db/queries/campaigners";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { freshDatabase, testDb } from "@/db/testing";
import { type Actor, ROLES, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { STARTER_ACCOUNTS } from "@/domain/campaigners/starter-account";
import { NotAllowedError } from "@/domain/errors";
import { createStarterAccounts } from "./create-starter-accounts";
import { grantRole } from "./grant-role";

const commandLine = systemActor(COMMAND_LINE);
const BECAUSE = "They asked to step down.";
const actorWith = (role: Role): Actor => ({ kind: "campaigner", id: crypto.randomUUID(), role });

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("grantRole", () => {
  const db = testDb();

  it("enters somebody who has not signed in yet, and leaves a trace without their address", async () => {
    const made = await grantRole(db, commandLine, { email: " Someone@Example.org " }, "moderator");
    expect(made).toMatchObject({ email: "someone@example.org", role: "moderator", emailVerifiedAt: null });
    const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.number)).limit(1);
    const [said] = await db.select().from(auditPayloads).orderBy(desc(auditPayloads.number)).limit(1);
    expect(entry).toMatchObject({ action: "role.granted", actorId: COMMAND_LINE, subjectId: made.id });
    expect(said?.payload).toEqual({ from: "campaigner", to: "moderator" });
  });

  it("takes a role back", async () => {
    await grantRole(db, commandLine, { email: "someone@example.org" }, "moderator");
    const after = await grantRole(db, commandLine, { email: "someone@example.org" }, "campaigner");
    expect(after).toMatchObject({ role: "campaigner", version: 3 });
    const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.number)).limit(1);
    expect(entry?.action).toBe("role.revoked");
  });

  it("writes nothing when the role is the one they have", async () => {
    const first = await grantRole(db, commandLine, { email: "someone@example.org" }, "moderator");
    const again = await grantRole(db, commandLine, { id: first.id }, "moderator");
    expect(again.version).toBe(first.version);
    expect(await db.select().from(auditEntries)).toHaveLength(1);
  });

  it.each(ROLES.map((role) => [role, role === "admin"] as const))(
    "by a %s: allowed is %s",
    async (role, allowed) => {
      const done = grantRole(db, actorWith(role), { email: "someone@example.org" }, "trusted-campaigner");
      if (allowed) await expect(done).resolves.toMatchObject({ role: "trusted-campaigner" });
      else await expect(done).rejects.toMatchObject({ reason: "not-admin" });
      expect(await findCampaignerByEmail(db, "someone@example.org")).toEqual(
        allowed ? expect.objectContaining({ role: "trusted-campaigner" }) : undefined,
      );
    },
  );

  it("keeps the last admin", async () => {
    const admin = await grantRole(db, commandLine, { email: "admin@example.org" }, "admin");
    const removed = grantRole(db, commandLine, { id: admin.id }, "moderator");
    await expect(removed).rejects.toMatchObject({ reason: "last-admin" });
    await grantRole(db, commandLine, { email: "second@example.org" }, "admin");
    await expect(grantRole(db, commandLine, { id: admin.id }, "moderator")).resolves.toBeTruthy();
  });

  it("knows nobody by a made-up id, and no address that is none", async () => {
    const unknown = { id: crypto.randomUUID() };
    await expect(grantRole(db, commandLine, unknown, "admin")).rejects.toMatchObject({ code: "not-found" });
    await expect(grantRole(db, commandLine, { email: "nobody" }, "admin")).rejects.toMatchObject({
      fields: { email: "email-invalid" },
    });
  });

  it("lists the highest role first", async () => {
    await insertCampaigner(db, { email: "a@example.org" });
    await grantRole(db, commandLine, { email: "b@example.org" }, "admin");
    await grantRole(db, commandLine, { email: "c@example.org" }, "moderator");
    expect((await findCampaigners(db, 10)).map((row) => row.role)).toEqual([
      "admin",
      "moderator",
      "campaigner",
    ]);
  });
});

it("takes a role away with a reason, which the audit keeps", async () => {
  const { db, close } = await freshDatabase();
  try {
    const admin = await grantRole(db, commandLine, { email: "a@example.org" }, "admin");
    const other = await grantRole(db, commandLine, { email: "b@example.org" }, "moderator");
    const by: Actor = { kind: "campaigner", id: admin.id, role: "admin" };
    await expect(grantRole(db, by, { id: other.id }, "campaigner", "No.")).rejects.toMatchObject({
      fields: { because: "reason-needed" },
    });
    await grantRole(db, by, { id: other.id }, "campaigner", BECAUSE);
    const [payload] = await db.select().from(auditPayloads).orderBy(desc(auditPayloads.number)).limit(1);
    expect(payload?.payload).toMatchObject({ to: "campaigner", because: BECAUSE });
  } finally {
    await close();
  }
});

it("never loses the last admin to two who remove each other at once", async () => {
  const { db, close } = await freshDatabase({ size: 4 });
  try {
    const one = await grantRole(db, commandLine, { email: "one@example.org" }, "admin");
    const two = await grantRole(db, commandLine, { email: "two@example.org" }, "admin");
    const as = (id: string): Actor => ({ kind: "campaigner", id, role: "admin" });
    const outcomes = await Promise.allSettled([
      grantRole(db, as(one.id), { id: two.id }, "campaigner", BECAUSE),
      grantRole(db, as(two.id), { id: one.id }, "campaigner", BECAUSE),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await findCampaigners(db, 10)).filter((row) => row.role === "admin")).toHaveLength(1);
  } finally {
    await close();
  }
});

describe("starter accounts", () => {
  const db = testDb();

  it("are one of each role and a second moderator, made once", async () => {
    vi.stubEnv("DATABASE_URL", "");
    vi.stubEnv("SITE_URL", "");
    expect(await createStarterAccounts(db)).toBe(STARTER_ACCOUNTS.length);
    expect(await createStarterAccounts(db)).toBe(0);
    const rows = await findCampaigners(db, 10);
    expect(rows.map((row) => row.role).sort()).toEqual(
      STARTER_ACCOUNTS.map(({ role }) => role as string).sort(),
    );
    expect(rows.every((row) => row.isStarter)).toBe(true);
  });

  it.each([
    ["SITE_URL", "https://map.example.org"],
    ["DATABASE_URL", "postgres://a@localhost/b"],
    ["HOST", "0.0.0.0"],
  ])("do not exist when %s is %s", async (name, value) => {
    vi.stubEnv(name, value);
    await expect(createStarterAccounts(db)).rejects.toThrow(NotAllowedError);
    expect(await findCampaigners(db, 10)).toEqual([]);
  });
});
