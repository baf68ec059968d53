import { expect, it, vi } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findMail } from "@/db/queries/mail";
import { insertSession } from "@/db/queries/sessions";
import { insertVerificationToken, upsertSignInCode } from "@/db/queries/sign-in-tokens";
import { mailOutbox, sessions, signInCodes, verificationTokens } from "@/db/schema/campaigners";
import { freshDatabase, testDb } from "@/db/testing";
import { RETENTION } from "@/domain/privacy/retention";
import { log } from "@/server/log";
import { keepRetention } from "@/server/privacy/keep-retention";
import { startMailWorker, wakeMailWorker } from "./mail-worker";
import { queueMail } from "./queue-mail";

const mail = { to: "someone@example.org", subject: "First", text: "Hello\n", purpose: "test" };

it("sends what waits when it starts, what comes when it is woken, and nothing once it has stopped", async () => {
  const fresh = await freshDatabase({ size: 2 });
  const sent: string[] = [];
  let heard: () => void = () => undefined;
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  try {
    await queueMail(fresh.db, mail);
    const first = next();
    const send = async ({ subject }: { subject: string }) => {
      sent.push(subject);
      heard();
    };
    const stop = startMailWorker(send, () => fresh.db);
    await first;
    await queueMail(fresh.db, { ...mail, subject: "Second" });
    const second = next();
    wakeMailWorker();
    await second;
    await stop();
    await queueMail(fresh.db, { ...mail, subject: "Third" });
    wakeMailWorker();
    expect(sent).toEqual(["First", "Second"]);
    const rows = await findMail(fresh.db, 5);
    expect(
      rows
        .filter((row) => row.sentAt)
        .map((row) => row.subject)
        .sort(),
    ).toEqual(["First", "Second"]);
  } finally {
    await fresh.close();
  }
});

it("stops at once while a mail server hangs, and a database that fails ends nothing", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  const fresh = await freshDatabase({ size: 2 });
  try {
    await queueMail(fresh.db, mail);
    let sending: () => void = () => undefined;
    const began = new Promise<void>((resolve) => {
      sending = resolve;
    });
    const hang = () => {
      sending();
      return new Promise<void>(() => undefined);
    };
    const stopHanging = startMailWorker(hang, () => fresh.db);
    await began;
    await stopHanging();
    expect((await findMail(fresh.db, 1))[0]).toMatchObject({ sentAt: null, failedAt: null, attempts: 1 });

    let asked: () => void = () => undefined;
    const failed = new Promise<void>((resolve) => (asked = resolve));
    const stop = startMailWorker(
      async () => undefined,
      () => {
        asked();
        throw new Error("no database");
      },
    );
    await failed;
    await stop();
    expect(logged).toHaveBeenCalledWith(
      { err: expect.objectContaining({ message: "no database" }) },
      "The mail worker stopped a round",
    );
  } finally {
    logged.mockRestore();
    await fresh.close();
  }
});
const db = testDb();

it("removes what is over and keeps what is not", async () => {
  const now = new Date();
  const day = 24 * 60 * 60_000;
  const past = new Date(now.getTime() - 1000);
  const future = new Date(now.getTime() + day);
  const { id } = await makeCampaigner(db);
  for (const expiresAt of [past, future]) {
    const name = String(expiresAt.getTime());
    await insertSession(db, { token: name, campaignerId: id, expiresAt });
    await insertVerificationToken(db, { identifier: "a@example.org", token: name, expiresAt });
    await upsertSignInCode(db, { email: `${name}@example.org`, codeHash: "x", expiresAt });
  }
  const old = new Date(now.getTime() - (RETENTION.mail.count + 1) * day);
  const row = { recipient: "a@example.org", text: "", purpose: "test" };
  await db.insert(mailOutbox).values([
    { ...row, subject: "sent long ago", sentAt: old },
    { ...row, subject: "given up long ago", failedAt: old },
    { ...row, subject: "sent just now", sentAt: past },
    { ...row, subject: "still waiting", createdAt: old },
  ]);

  await keepRetention(db, now);
  for (const table of [sessions, verificationTokens, signInCodes]) {
    expect((await db.select().from(table)).map(({ expiresAt }) => expiresAt)).toEqual([future]);
  }
  expect((await findMail(db, 9)).map(({ subject }) => subject).sort()).toEqual([
    "sent just now",
    "still waiting",
  ]);
});
