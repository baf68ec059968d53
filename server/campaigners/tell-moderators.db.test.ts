import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { campaigners, mailOutbox } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import type { MailWish } from "@/domain/campaigners/work-mail";
import { invitePerson } from "@/server/campaigners/invite-person";
import { tellModerators, wishMail } from "@/server/campaigners/tell-moderators";
import { addMessage } from "@/server/reports/moves/add-message";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";

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
  expect(text).toContain("1 was handed to you");
  expect(text).toContain("1 author has written");
  expect(text).not.toContain("another source");
  expect(await mailed(silent.email)).toEqual([]);
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
