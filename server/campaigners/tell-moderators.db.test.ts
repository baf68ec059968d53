import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeCampaigner, makeReport, makeService } from "@/db/factories";
import { batches, campaigners, complaints, mailOutbox, tips } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import type { MailWish } from "@/domain/campaigners/work-mail";
import { invitePerson } from "@/server/campaigners/invite-person";
import { tellModerators, wishMail } from "@/server/campaigners/tell-moderators";
import { LIST, makeActor, stage } from "@/server/imports/testing";
import { addMessage } from "@/server/reports/moves/add-message";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { requestChanges } from "@/server/reports/moves/request-changes";

const db = testDb();
const HOUR = 3_600_000;
const now = new Date();
const anHourAgo = new Date(now.getTime() - HOUR);
const soon = new Date(now.getTime() + HOUR);

async function moderator(mailWish: MailWish, role: Role = "moderator") {
  const row = await makeCampaigner(db, { role, mailWish, mailToldAt: anHourAgo });
  const actor: CampaignerActor = { kind: "campaigner", id: row.id, role };
  return { actor, email: row.email ?? "" };
}
const mailed = async (to: string) =>
  (await db.select().from(mailOutbox).where(eq(mailOutbox.recipient, to))).map(({ text }) => text);

it("tells what came, was handed over and was replied, once, and nothing of what was written", async () => {
  const [to, from, silent] = [await moderator("immediate"), await moderator("off"), await moderator("off")];
  const report = await makeReport(db, { submittedAt: now });
  await makeReport(db, { submittedAt: now });
  await makeReport(db, { submittedAt: now, authorId: to.actor.id });
  const held = await holdReport(db, from.actor, { reportId: report.id, version: report.version });
  const handed = {
    reportId: report.id,
    version: held.version,
    to: to.actor.id.slice(-4),
    note: "Yours now: I am away",
  };
  await passOn(db, from.actor, handed);
  const author: CampaignerActor = { kind: "campaigner", id: report.authorId, role: "campaigner" };
  await addMessage(db, author, { reportId: report.id, body: "I have found another source" });
  expect(await tellModerators(db, soon)).toBe(1);
  expect(await tellModerators(db, soon)).toBe(0);
  const [text, ...more] = await mailed(to.email);
  expect(more).toEqual([]);
  expect(text).toContain("1 new report waits");
  expect(text).toContain("1 report was handed to you");
  expect(text).toContain("An author has written about a report that you hold");
  expect(text).not.toMatch(/complaint|import|tip|register/);
  expect(text).not.toContain("another source");
  expect(await mailed(silent.email)).toEqual([]);
});

it("tells of complaints, tips, imports and registers that wait, and of none that does not wait for them", async () => {
  const { actor, email } = await moderator("immediate", "admin");
  const { id: recordId } = await makeService(db);
  const complaint = { recordType: "service", recordId, kind: "closed", why: "Xqsmith says so" } as const;
  const tip = { whereabouts: "Newtown", says: "Xqsmith is missing" };
  const unconfirmed = { confirmHash: randomUUID(), email: "a@example.org" };
  await db.insert(complaints).values([complaint, { ...complaint, ...unconfirmed }]);
  await db.insert(complaints).values({ ...complaint, answeredAt: now });
  await db
    .insert(tips)
    .values([
      tip,
      tip,
      { ...tip, flags: ["hidden-field"] },
      { ...tip, ...unconfirmed, confirmHash: randomUUID() },
    ]);
  const other = await makeActor(db, "admin");
  for (const [by, list] of [
    [other, LIST],
    [actor, LIST.replace("Newtown Scans", "Oldtown Scans")],
  ] as const) {
    const batchId = await stage(db, by, list);
    await db.update(batches).set({ state: "submitted", submittedAt: now }).where(eq(batches.id, batchId));
  }
  expect(await tellModerators(db, soon)).toBe(1);
  const [text] = await mailed(email);
  expect(text?.split("\n").filter((line) => line.startsWith("- "))).toEqual([
    "- 1 complaint about an entry came. It is to be decided within 48 hours.",
    "- 1 import waits for a second person to approve.",
    "- 2 tips came.",
  ]);
  expect(text).not.toContain("Xqsmith");
});

it("tells whoever sent a report back that its author wrote, while nobody holds it", async () => {
  const [asker, other] = [await moderator("immediate"), await moderator("immediate")];
  const report = await makeReport(db, { submittedAt: anHourAgo });
  const held = await holdReport(db, asker.actor, { reportId: report.id, version: report.version });
  const asked = {
    reportId: report.id,
    version: held.version,
    reason: "Which building is it, and who says so?",
  };
  await requestChanges(db, asker.actor, asked);
  const author: CampaignerActor = { kind: "campaigner", id: report.authorId, role: "campaigner" };
  await addMessage(db, author, { reportId: report.id, body: "I do not know" });
  expect(await tellModerators(db, soon)).toBe(1);
  expect((await mailed(asker.email)).join()).toContain("An author has written");
  expect(await mailed(other.email)).toEqual([]);
});

it("sends nothing where nothing came, and a wish is one of three, of a moderator", async () => {
  const { actor, email } = await moderator("immediate");
  expect(await tellModerators(db, soon)).toBe(0);
  await makeReport(db, { submittedAt: now });
  await wishMail(db, actor, "off");
  expect(await tellModerators(db, soon)).toBe(0);
  expect(await mailed(email)).toEqual([]);
  await expect(wishMail(db, actor, "hourly")).rejects.toMatchObject({ fields: { wish: "wish-needed" } });
  const volunteer = await moderator("daily", "campaigner");
  await expect(wishMail(db, volunteer.actor, "off")).rejects.toMatchObject({ reason: "not-moderator" });
});

it("an admin invites by mail: a role, a mail that lets nobody in, and not twice a day", async () => {
  const { actor } = await moderator("off", "admin");
  const { id } = await invitePerson(db, actor, { email: " New@Example.org ", role: "moderator" });
  expect(await invitePerson(db, actor, { email: "new@example.org", role: "moderator" })).toEqual({
    id,
    need: "one",
  });
  const [row] = await db.select().from(campaigners).where(eq(campaigners.id, id));
  expect(row).toMatchObject({ role: "moderator", emailVerifiedAt: null, practisedAt: null });
  const [text, ...more] = await mailed("new@example.org");
  expect(more).toEqual([]);
  expect(text).toContain("/sign-in");
  expect(text).not.toContain("token");
});

it("whoever has signed in is not invited, and nobody else invites", async () => {
  const { actor } = await moderator("off", "admin");
  const known = await moderator("off", "campaigner");
  await expect(invitePerson(db, actor, { email: known.email, role: "admin" })).rejects.toMatchObject({
    fields: { email: "has-account" },
  });
  const [row] = await db.select().from(campaigners).where(eq(campaigners.id, known.actor.id));
  expect(row?.role).toBe("campaigner");
  const { actor: other } = await moderator("off");
  await expect(invitePerson(db, other, { email: "a@example.org", role: "admin" })).rejects.toMatchObject({
    reason: "not-admin",
  });
});
