import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findMail } from "@/db/queries/mail";
import { freshDatabase, testDb } from "@/db/testing";
import { finishSignIn } from "@/server/auth/finish-sign-in";
import { requestSignIn } from "@/server/auth/request-sign-in";
import { log } from "@/server/log";
import { queueMail } from "./queue-mail";
import { MAIL_TRIES, sendDueMail } from "./send-due-mail";
import { startTestMailServer, type TestMailServer } from "./testing";
import { type SendMail, smtpSender } from "./transport";

const db = testDb();
const from = "The Map <map@example.org>";
const mail = { to: "someone@example.org", subject: "News", text: "Hello,\nWörld\n", purpose: "test" };
const hours = (count: number) => new Date(Date.now() + count * 60 * 60_000);

let closing: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
  vi.spyOn(log, "error").mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function mailServer(options: Parameters<typeof startTestMailServer>[0] = {}): Promise<TestMailServer> {
  const server = await startTestMailServer(options);
  closing.push(server.close);
  return server;
}

describe("a mail server that works", () => {
  it("gets a sign-in mail whose link and code a person can use", async () => {
    const server = await mailServer();
    await requestSignIn(db, {
      email: "Someone@example.org",
      callbackUrl: "/reports",
      locale: "en",
      from: "x",
    });
    expect(await sendDueMail(db, smtpSender({ url: server.url, from }))).toEqual({ sent: 1, failed: 0 });

    const [delivered] = server.mails;
    expect(delivered?.recipients).toEqual(["someone@example.org"]);
    expect(delivered?.headers.get("from")).toBe(from);
    expect(delivered?.headers.get("subject")).toMatch(/^Your sign-in link for /);
    expect(delivered?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(delivered?.text).toMatch(/\n {4}[A-Z0-9]{4}-[A-Z0-9]{4}\n/);
    const link = new URL(delivered?.text.match(/http\S+/)?.[0] ?? "");
    expect(link.pathname).toBe("/sign-in/confirm");
    expect(link.href).not.toMatch(/@|%40/);
    expect(link.searchParams.get("callbackUrl")).toBe("/reports");
    const offer = {
      email: "someone@example.org",
      token: link.searchParams.get("token") ?? "",
    };
    expect(await finishSignIn(db, offer)).toMatchObject({ ok: true });
  });

  it("gets each mail once, and the outbox forgets what it said", async () => {
    const server = await mailServer();
    await queueMail(db, { ...mail, dedupeKey: "one" });
    expect(await queueMail(db, { ...mail, dedupeKey: "one" })).toBe(false);
    const send = smtpSender({ url: server.url, from });
    expect(await sendDueMail(db, send)).toEqual({ sent: 1, failed: 0 });
    expect(await sendDueMail(db, send)).toEqual({ sent: 0, failed: 0 });
    expect(server.mails.map(({ text }) => text.trim())).toEqual(["Hello,\nWörld"]);
    const [row] = await findMail(db, 1);
    expect(row).toMatchObject({ text: "", attempts: 1, failedAt: null });
    expect(row?.sentAt).toBeInstanceOf(Date);
  });

  it("gets no header or recipient that somebody smuggled in", async () => {
    const server = await mailServer();
    const subject = "Your report\r\nBcc: victim@example.org\r\n\r\nInjected";
    await queueMail(db, { ...mail, subject, text: ".\r\nMAIL FROM:<x@example.org>\r\n" });
    await sendDueMail(db, smtpSender({ url: server.url, from }));
    const [delivered] = server.mails;
    expect(delivered?.recipients).toEqual(["someone@example.org"]);
    expect(delivered?.headers.has("bcc")).toBe(false);
    expect(delivered?.headers.get("subject")).toBe("Your report Bcc: victim@example.org Injected");
    expect(delivered?.text).toContain("MAIL FROM:<x@example.org>");
    expect(server.mails).toHaveLength(1);
  });

  it.each([
    "a@example.org, b@example.org",
    "a@example.org\r\nBcc: b@example.org",
    "a b <c@example.org>",
    "nobody",
  ])("is never given %j", async (to) => {
    await expect(queueMail(db, { ...mail, to })).rejects.toThrow("email-invalid");
  });

  it("refuses one recipient for good: no second try, and the log has no address", async () => {
    const server = await mailServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error("no such someone@example.org"), { responseCode: 550 })),
    });
    await queueMail(db, mail);
    expect(await sendDueMail(db, smtpSender({ url: server.url, from }))).toEqual({ sent: 0, failed: 1 });
    const [row] = await findMail(db, 1);
    expect(row?.failedAt).toBeInstanceOf(Date);
    expect(row?.lastError).toBe("EENVELOPE 550 RCPT TO");
    expect(String(JSON.stringify(vi.mocked(log.error).mock.calls))).not.toContain("someone@");
  });

  it("refuses for now: tried again later", async () => {
    let busy = true;
    const server = await mailServer({
      onRcptTo: (_address, _session, done) =>
        busy ? done(Object.assign(new Error("greylisted"), { responseCode: 451 })) : done(),
    });
    await queueMail(db, mail);
    const send = smtpSender({ url: server.url, from });
    expect(await sendDueMail(db, send)).toEqual({ sent: 0, failed: 1 });
    busy = false;
    expect(await sendDueMail(db, send)).toEqual({ sent: 0, failed: 0 });
    expect(await sendDueMail(db, send, { now: () => hours(1) })).toEqual({ sent: 1, failed: 0 });
  });
});

describe("a mail server that does not", () => {
  /** Accepts connections and never says a word. */
  async function silentServer(): Promise<string> {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket.on("error", () => undefined));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    closing.push(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `smtp://127.0.0.1:${address.port}`;
  }

  it("is dead: nothing is lost, and it is tried again", async () => {
    const gone = await startTestMailServer();
    await gone.close();
    await queueMail(db, mail);
    expect(await sendDueMail(db, smtpSender({ url: gone.url, from }))).toEqual({ sent: 0, failed: 1 });
    const [row] = await findMail(db, 1);
    expect(row).toMatchObject({ text: mail.text, sentAt: null, failedAt: null, attempts: 1 });
    expect(row?.lastError).toMatch(/^ESOCKET|^ECONN/);

    const back = await mailServer();
    const later = { now: () => hours(1) };
    expect(await sendDueMail(db, smtpSender({ url: back.url, from }), later)).toEqual({ sent: 1, failed: 0 });
  });

  it("hangs: given up within its deadline", async () => {
    const url = await silentServer();
    await queueMail(db, mail);
    const began = Date.now();
    const timeouts = { connect: 300, greet: 300, idle: 300, whole: 5_000 };
    expect(await sendDueMail(db, smtpSender({ url, from }, timeouts))).toEqual({ sent: 0, failed: 1 });
    expect(Date.now() - began).toBeLessThan(3_000);
    expect((await findMail(db, 1))[0]?.lastError).toMatch(/^ETIMEDOUT/);
  });

  it("trickles: the whole has a deadline too", async () => {
    const url = await silentServer();
    await queueMail(db, mail);
    const timeouts = { connect: 60_000, greet: 60_000, idle: 60_000, whole: 300 };
    expect(await sendDueMail(db, smtpSender({ url, from }, timeouts))).toEqual({ sent: 0, failed: 1 });
    expect((await findMail(db, 1))[0]?.lastError).toBe("EDEADLINE");
  });

  it("stays dead: given up after fourteen tries over about a day", async () => {
    const fail: SendMail = () => Promise.reject(Object.assign(new Error("dead"), { code: "ESOCKET" }));
    await queueMail(db, mail);
    let now = new Date();
    const began = now;
    for (let tries = 1; tries <= MAIL_TRIES; tries++) {
      expect(await sendDueMail(db, fail, { now: () => now })).toEqual({ sent: 0, failed: 1 });
      const [row] = await findMail(db, 1);
      expect(row?.attempts).toBe(tries);
      expect(row?.failedAt !== null).toBe(tries === MAIL_TRIES);
      if (tries < MAIL_TRIES) now = row?.nextAttemptAt ?? now;
    }
    expect((now.getTime() - began.getTime()) / 3_600_000).toBeCloseTo(20, -1);
    expect((await findMail(db, 1))[0]?.text).toBe("");
    expect(await sendDueMail(db, fail, { now: () => hours(1000) })).toEqual({ sent: 0, failed: 0 });
  });
});

it("is sent once by four workers at once", async () => {
  const fresh = await freshDatabase({ size: 4 });
  try {
    for (let i = 0; i < 12; i++) await queueMail(fresh.db, { ...mail, subject: `Number ${i}` });
    const sent: string[] = [];
    const send: SendMail = async ({ subject }) => {
      sent.push(subject);
    };
    const counts = await Promise.all(Array.from({ length: 4 }, () => sendDueMail(fresh.db, send)));
    expect(counts.reduce((sum, count) => sum + count.sent, 0)).toBe(12);
    expect(new Set(sent).size).toBe(12);
  } finally {
    await fresh.close();
  }
});
