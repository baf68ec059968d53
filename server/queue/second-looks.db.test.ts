import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findCampaigner } from "@/db/queries/campaigners";
import { auditEntries, auditPayloads, campaigners, complaints, mailOutbox, secondLooks } from "@/db/schema";
import { freshDatabase, testDb } from "@/db/testing";
import { type CampaignerActor, type Role, systemActor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { RECORD_COMMAND, type WithheldByHand } from "@/domain/records/withheld";
import { findAuditBreak } from "@/server/audit";
import { askErasure } from "@/server/campaigners/ask-erasure";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { grantRole } from "@/server/campaigners/grant-role";
import { invitePerson } from "@/server/campaigners/invite-person";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import { tellModerators } from "@/server/campaigners/tell-moderators";
import { loadBrakePreview } from "@/server/complaints/load-brake-preview";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { loadSecondLook, loadSecondLooks } from "@/server/queue/load-second-looks";
import { restoreRecord } from "@/server/records/restore-record";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { approveAsModerator } from "@/server/reports/testing-approval";

const db = testDb();
const reason = "The provider says that this is untrue";
const because = "I have read the court's order too";

async function person(role: Role, more: Partial<typeof campaigners.$inferInsert> = {}) {
  const { id } = await makeCampaigner(db, { role, ...more });
  return { kind: "campaigner", id, role } satisfies CampaignerActor;
}
async function complain(recordId: string, recordType: "service" | "place" = "service") {
  const [row] = await db
    .insert(complaints)
    .values({ recordType, recordId, kind: "legal", why: "It has moved away" })
    .returning();
  return row?.id ?? "";
}
const openLook = async () => {
  const looks = await db.select().from(secondLooks);
  return looks.find(({ verdict }) => verdict === null)?.id ?? "";
};
async function said(action: AuditAction) {
  const rows = await db
    .select({ payload: auditPayloads.payload, actorId: auditEntries.actorId })
    .from(auditEntries)
    .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(eq(auditEntries.action, action));
  return rows.at(-1);
}

describe("an entry under complaint", () => {
  let world: World;
  let first: CampaignerActor;
  let second: CampaignerActor;
  beforeEach(async () => {
    world = await makeWorld(db);
    [first, second] = [await person("moderator"), await person("moderator")];
    await complain(world.ids.service);
  });
  const asked = (type: WithheldByHand = "service") => ({ type, ref: world.refs[type], reason });
  const isOff = async () => {
    const [row] = await db.query.services.findMany({ where: (s) => eq(s.id, world.ids.service) });
    return row?.visibility === "withheld";
  };

  it("goes off the site at once, and a second person keeps it off", async () => {
    expect(await withholdRecord(db, first, asked())).toMatchObject({ need: "two" });
    expect(await isOff()).toBe(true);
    const id = await openLook();
    expect(await loadSecondLooks(db, second)).toMatchObject([{ id, act: "withhold", refusal: null }]);
    expect(await loadSecondLooks(db, first)).toMatchObject([{ refusal: "second-asked" }]);
    for (const agrees of [true, false])
      await expect(decideSecondLook(db, first, { id, agrees, because })).rejects.toMatchObject({
        reason: "second-asked",
      });
    await expect(restoreRecord(db, first, asked())).rejects.toMatchObject({ what: "second-waits" });
    await expect(decideSecondLook(db, second, { id, agrees: true, because: "ok" })).rejects.toMatchObject({
      fields: { because: "reason-needed" },
    });
    expect(await decideSecondLook(db, second, { id, agrees: true, because })).toBe("agreed");
    expect(await isOff()).toBe(true);
    expect(await loadSecondLooks(db, second)).toEqual([]);
    const again = decideSecondLook(db, second, { id, agrees: false, because });
    await expect(again).rejects.toMatchObject({ what: "second-decided" });
    expect(await findAuditBreak(db)).toBeNull();
  });

  it("or shows it again", async () => {
    await withholdRecord(db, first, asked());
    const id = await openLook();
    expect(await decideSecondLook(db, second, { id, agrees: false, because })).toBe("declined");
    expect(await isOff()).toBe(false);
    expect(await said("second.declined")).toMatchObject({ payload: { because, askedBy: first.id } });
    expect(await said("record.restored")).toMatchObject({ actorId: second.id });
  });

  it("is shown again only when a second person agrees, also where the complaint was answered meanwhile", async () => {
    await withholdRecord(db, first, asked());
    await decideSecondLook(db, second, { id: await openLook(), agrees: true, because });
    await db.update(complaints).set({ answeredAt: new Date(Date.now() + 1000), answer: "Done" });
    expect(await loadBrakePreview(db, second, "restore", asked())).toMatchObject({ need: "two" });
    expect(await restoreRecord(db, second, asked())).toMatchObject({ need: "two" });
    expect(await isOff()).toBe(true);
    const id = await openLook();
    await expect(decideSecondLook(db, second, { id, agrees: true, because })).rejects.toMatchObject({
      reason: "second-asked",
    });
    const seen = await loadBrakePreview(db, first, "restore", asked());
    const version = "version" in seen ? seen.version : -1;
    const stale = decideSecondLook(db, first, { id, agrees: true, because, version: version - 1 });
    await expect(stale).rejects.toMatchObject({ what: "entry-changed" });
    expect(await decideSecondLook(db, first, { id, agrees: true, because, version })).toBe("agreed");
    expect(await isOff()).toBe(false);
  });

  it("what was asked for can be taken back by who asked, and then nothing happens", async () => {
    await withholdRecord(db, systemActor(RECORD_COMMAND), asked());
    expect(await openLook()).toBe("");
    await restoreRecord(db, first, asked());
    const id = await openLook();
    expect(await decideSecondLook(db, first, { id, agrees: false, because })).toBe("taken-back");
    expect(await isOff()).toBe(true);
  });

  it("of somebody who was suspended since, nothing more is carried out", async () => {
    await withholdRecord(db, systemActor(RECORD_COMMAND), asked());
    await restoreRecord(db, first, asked());
    const id = await openLook();
    await suspendAccount(
      db,
      await person("admin"),
      { id: first.id },
      { because: "Their mailbox was stolen" },
    );
    await expect(decideSecondLook(db, second, { id, agrees: true, because })).rejects.toMatchObject({
      reason: "second-asker-gone",
    });
    expect(await decideSecondLook(db, second, { id, agrees: false, because })).toBe("declined");
    expect(await isOff()).toBe(true);
  });

  it.each(["source", "place", "provider"] as const)("counts of the %s that it goes with", async (type) => {
    expect(await withholdRecord(db, first, asked(type))).toMatchObject({ need: "two" });
  });

  it("one person alone does it, and the audit says so", async () => {
    await db.update(campaigners).set({ practisedAt: null }).where(eq(campaigners.id, second.id));
    expect(await withholdRecord(db, first, asked())).toMatchObject({ need: "alone" });
    expect(await said("record.withheld")).toMatchObject({ payload: { alone: true } });
    expect(await restoreRecord(db, first, asked())).toMatchObject({ need: "alone" });
    expect(await isOff()).toBe(false);
  });

  it("where the second person has left meanwhile, whoever asked is not locked out", async () => {
    await withholdRecord(db, first, asked());
    const id = await openLook();
    await db.update(campaigners).set({ role: "campaigner" }).where(eq(campaigners.id, second.id));
    expect(await loadSecondLook(db, first, id)).toMatchObject({ isStuck: true });
    expect(await restoreRecord(db, first, asked())).toMatchObject({ need: "alone" });
    expect(await loadSecondLook(db, first, id)).toMatchObject({ decided: { verdict: "over" } });
  });
});

test("without a complaint one moderator is enough, and the command is always", async () => {
  const world = await makeWorld(db);
  const [first] = [await person("moderator"), await person("moderator")];
  const asked = { type: "service", ref: world.refs.service, reason };
  expect(await withholdRecord(db, first, asked)).toMatchObject({ need: "one" });
  expect(await restoreRecord(db, first, asked)).toMatchObject({ need: "one" });
  await complain(world.ids.service);
  expect(await withholdRecord(db, systemActor(RECORD_COMMAND), asked)).toMatchObject({ need: "one" });
});

test("whoever approved the entry is no second person of it", async () => {
  const { actor: maker, service } = await approveAsModerator(db);
  const [first, second] = [await person("moderator"), await person("moderator")];
  await complain(service.id);
  await withholdRecord(db, first, { type: "service", ref: service.id, reason });
  const id = await openLook();
  await expect(decideSecondLook(db, maker, { id, agrees: true, because })).rejects.toMatchObject({
    reason: "second-concerned",
  });
  await decideSecondLook(db, second, { id, agrees: true, because });
});

describe("a new moderator", () => {
  it("is made by the first admin alone, and the audit says so", async () => {
    const admin = await person("admin");
    const someone = await person("campaigner");
    expect(await grantRole(db, admin, { id: someone.id }, "moderator")).toMatchObject({
      role: "moderator",
      need: "alone",
    });
    expect(await said("role.granted")).toMatchObject({ payload: { alone: true, to: "moderator" } });
  });

  it("counts once another admin agreed; a moderator agrees only where there is none", async () => {
    const [admin, other, named] = [
      await person("admin"),
      await person("admin"),
      await person("moderator", { called: "Cleo" }),
    ];
    const someone = await person("campaigner");
    const grant = (by: CampaignerActor) => grantRole(db, by, { id: someone.id }, "moderator", reason);
    await expect(grantRole(db, admin, { id: someone.id }, "moderator")).rejects.toMatchObject({
      fields: { because: "reason-needed" },
    });
    expect(await grant(admin)).toMatchObject({ role: "campaigner", need: "two" });
    await expect(grant(other)).rejects.toMatchObject({ what: "second-waits" });
    const id = await openLook();
    const agree = { id, agrees: true, because };
    await expect(decideSecondLook(db, admin, agree)).rejects.toMatchObject({ reason: "second-asked" });
    await expect(decideSecondLook(db, named, agree)).rejects.toMatchObject({ reason: "second-other" });
    expect(await decideSecondLook(db, other, agree)).toBe("agreed");
    expect(await findCampaigner(db, someone.id)).toMatchObject({ role: "moderator" });
    expect(await said("role.granted")).toMatchObject({ actorId: other.id, payload: { askedBy: admin.id } });
    // Down again needs nobody else; and with one admin the moderator with a name agrees.
    expect(await grantRole(db, admin, { id: someone.id }, "campaigner", reason)).toMatchObject({
      need: "one",
    });
    await grantRole(db, admin, { id: other.id }, "campaigner", reason);
    await grant(admin);
    expect(await decideSecondLook(db, named, { id: await openLook(), agrees: false, because })).toBe(
      "declined",
    );
    expect(await findCampaigner(db, someone.id)).toMatchObject({ role: "campaigner" });
  });

  it("who is invited is mailed once the second person agreed", async () => {
    const [admin, other] = [await person("admin"), await person("admin")];
    const email = "new@example.org";
    const invited = await invitePerson(db, admin, { email, role: "moderator", because: reason });
    expect(invited).toMatchObject({ need: "two" });
    const mails = () => db.select().from(mailOutbox).where(eq(mailOutbox.recipient, email));
    expect(await mails()).toEqual([]);
    await decideSecondLook(db, other, { id: await openLook(), agrees: true, because });
    expect(await mails()).toHaveLength(1);
    expect(await findCampaigner(db, invited.id)).toMatchObject({ role: "moderator" });
  });

  it("by the command line needs nobody: so is the first admin made, and who is locked out let in", async () => {
    await person("admin");
    const made = await grantRole(db, systemActor(COMMAND_LINE), { email: "a@example.org" }, "admin");
    expect(made).toMatchObject({ role: "admin", need: "one" });
  });
});

describe("erasing somebody who asked by letter", () => {
  it("waits for a second person, and then nothing of them is left", async () => {
    const [admin, other] = [await person("admin"), await person("admin")];
    const someone = await person("campaigner", { email: "someone@example.org" });
    const letter = "Qwixelletter of 3 November, signed";
    await expect(askErasure(db, other, { id: other.id, because: letter })).rejects.toMatchObject({
      reason: "own-account",
    });
    const moderator = await person("moderator");
    await expect(askErasure(db, moderator, { id: someone.id, because: letter })).rejects.toMatchObject({
      reason: "not-admin",
    });
    expect(await askErasure(db, admin, { id: someone.id, because: letter })).toBe("two");
    expect(await findCampaigner(db, someone.id)).toMatchObject({ email: "someone@example.org" });
    const id = await openLook();
    expect(await loadSecondLook(db, other, id)).toMatchObject({ sent: 0, reason: letter });
    await decideSecondLook(db, other, { id, agrees: true, because });
    expect(await findCampaigner(db, someone.id)).toMatchObject({ email: null });
    const left = JSON.stringify([await db.select().from(secondLooks), await db.select().from(auditPayloads)]);
    expect(left).not.toContain("Qwixelletter");
    expect(await findAuditBreak(db)).toBeNull();
  });

  it("is done at once where nobody else is there, and never to the last admin", async () => {
    const admin = await person("admin");
    const someone = await person("campaigner");
    expect(await askErasure(db, admin, { id: someone.id, because: reason })).toBe("alone");
    expect(await findCampaigner(db, someone.id)).toMatchObject({ email: null });
  });

  it("whoever erases themselves ends what they asked for", async () => {
    const [admin, other] = [await person("admin"), await person("admin")];
    const someone = await person("campaigner");
    await grantRole(db, admin, { id: someone.id }, "moderator", reason);
    await eraseAccount(db, admin, { id: admin.id });
    expect(await loadSecondLooks(db, other)).toEqual([]);
  });
});

test("who can be the second is mailed that something waits, once", async () => {
  const now = new Date();
  const since = { mailWish: "immediate", mailToldAt: new Date(now.getTime() - 3_600_000) } as const;
  const admin = await person("admin", since);
  await person("admin", { ...since, email: "second@example.org" });
  await grantRole(db, admin, { id: (await person("campaigner")).id }, "moderator", reason);
  expect(await tellModerators(db, new Date(now.getTime() + 3_600_000))).toBe(1);
  const [mail] = await db.select().from(mailOutbox).where(eq(mailOutbox.recipient, "second@example.org"));
  expect(mail?.text).toContain("1 thing that another moderator did or asked for waits for a second look");
});

test("of many who answer at once one decides, and of two who ask one does", async () => {
  const fresh = await freshDatabase({ size: 6 });
  try {
    const make = async (role: Role) => {
      const { id } = await makeCampaigner(fresh.db, { role });
      return { kind: "campaigner", id, role } satisfies CampaignerActor;
    };
    const admins = [await make("admin"), await make("admin"), await make("admin")];
    const { id: someone } = await make("campaigner");
    const asks = await Promise.allSettled(
      admins.map((admin) => grantRole(fresh.db, admin, { id: someone }, "moderator", reason)),
    );
    expect(asks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [look] = await fresh.db.select().from(secondLooks);
    const others = admins.filter(({ id }) => id !== look?.askedBy);
    const answers = await Promise.allSettled(
      [...others, ...others].map((admin, index) =>
        decideSecondLook(fresh.db, admin, { id: look?.id ?? "", agrees: index % 2 === 0, because }),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [row] = await fresh.db.select().from(campaigners).where(eq(campaigners.id, someone));
    const [closed] = await fresh.db.select().from(secondLooks);
    expect(row?.role).toBe(closed?.verdict === "agreed" ? "moderator" : "campaigner");
    expect(await findAuditBreak(fresh.db)).toBeNull();
  } finally {
    await fresh.close();
  }
});
