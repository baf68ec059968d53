import { createServer, request, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type AnyActor, type Role, VISITOR } from "@/domain/actor";
import { DatabaseUnavailableError } from "@/domain/errors";
import words from "@/messages/en/unavailable.json";
import { admitted, admitting } from "./admit";
import { frontListener } from "./front";
import { READ_LIMITS, readLimit } from "./read-limit";
import { uploadGate } from "./upload-gate";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  return new Promise<void>((done) => (server ? server.close(() => done()) : done()));
});

const MEGABYTE = 1024 * 1024;
const person = (role: Role): AnyActor => ({ kind: "campaigner", id: role, role });
/** Sessions by what the cookie holds. */
const SESSIONS: Record<string, AnyActor> = {
  admin: person("admin"),
  moderator: person("moderator"),
  campaigner: person("campaigner"),
};

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
type Options = {
  limits?: Parameters<typeof readLimit>[0];
  turns?: Parameters<typeof readLimit>[1];
  findActor?: (token: string) => Promise<AnyActor>;
  /** What Next does with a request, and when it answers. */
  next?: () => Promise<void>;
};

/** A front server behind a proxy that says for whom it asks, before a stand-in for Next. */
async function front({ limits, turns, findActor, next = async () => undefined }: Options = {}) {
  const started = createServer();
  server = started;
  await new Promise<void>((done) => started.listen(0, "127.0.0.1", done));
  const address = started.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const siteOrigin = `http://127.0.0.1:${port}`;
  let reached = 0;
  let looked = 0;
  const find =
    findActor ??
    (async (token: string): Promise<AnyActor> => {
      looked++;
      return SESSIONS[token] ?? VISITOR;
    });
  const admit = admitting({
    reads: readLimit(limits, turns),
    uploads: uploadGate(find),
    isServed: (pathname) => pathname === "/_next/static/chunk.js",
    trustProxy: true,
    words,
  });
  const listener = frontListener({
    next: async (incoming, response) => {
      reached++;
      await next();
      incoming.resume();
      response.end("page");
    },
    admit,
    fast: [
      admitted(admit, (_request, response, pathname) => {
        if (!pathname.startsWith("/api/v1/")) return false;
        response.end("look-up");
        return true;
      }),
    ],
    siteOrigin,
    localMode: false,
    trustProxy: true,
    policy: { mapbox: false, dev: false, https: false },
    databaseIsSilent: () => false,
    words: { ...words, brokenTitle: "Broken", brokenText: "Ours" },
  });
  started.on("request", listener);
  const send = (
    path: string,
    { from = "192.0.2.7", method = "GET", headers = {} as Record<string, string>, body = "" } = {},
  ) =>
    new Promise<Answer>((done, failed) => {
      const all = { "X-Forwarded-For": from, Origin: siteOrigin, ...headers };
      const outgoing = request(
        { port, host: "127.0.0.1", path, method, headers: all, agent: false },
        (response) => {
          let text = "";
          response.on("data", (chunk) => {
            text += chunk;
          });
          const { statusCode: status = 0 } = response;
          response.on("end", () => done({ status, headers: response.headers, body: text }));
        },
      );
      outgoing.on("error", failed);
      if (body) outgoing.write(body);
      // Of a large file only the head is sent: whoever is refused is told without a byte more.
      if (headers["Content-Length"] === undefined || body) outgoing.end();
      else outgoing.flushHeaders();
    });
  /** Announces a file of 20 MB with these cookies, and sends nothing of it. */
  const upload = (cookie: string) =>
    send("/admin/imports/new", {
      method: "POST",
      headers: {
        Cookie: cookie,
        "Content-Length": String(20 * MEGABYTE),
        "Content-Type": "multipart/form-data",
      },
    });
  return { send, upload, reached: () => reached, looked: () => looked };
}

describe("a file of more than a megabyte", () => {
  it.each([
    ["no session at all", "a=b", 413],
    ["a cookie that is only named like a session", "next-auth.session-token=made-up", 403],
    ["the same, as browsers name it over https", "__Secure-next-auth.session-token=made-up", 403],
    ["a campaigner", "next-auth.session-token=campaigner", 403],
    ["a moderator", "__Host-next-auth.session-token=moderator", 403],
  ])("from %s is refused before any of it is read", async (_, cookie, status) => {
    const { upload, reached } = await front();
    expect(await upload(cookie)).toMatchObject({ status, headers: { connection: "close" } });
    expect(reached()).toBe(0);
  });

  it("from an admin goes through, once at a time for each and twice for all", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    let inside = 0;
    const seen: string[] = [];
    const { upload, reached } = await front({
      findActor: async (token) => {
        seen.push(token);
        return { kind: "campaigner", id: token, role: "admin" };
      },
      next: () => {
        inside++;
        return held;
      },
    });
    const first = upload("x=y; next-auth.session-token=anna");
    const second = upload("next-auth.session-token=bert");
    await expect.poll(() => inside).toBe(2);
    for (const cookie of ["anna", "carol"]) {
      const { status, headers, body } = await upload(`next-auth.session-token=${cookie}`);
      expect({ status, retry: headers["retry-after"] }).toEqual({ status: 503, retry: "60" });
      expect(body).toBe(`${words.busyText}\n`);
    }
    expect(reached()).toBe(2);
    release();
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
    await expect.poll(async () => (await upload("next-auth.session-token=anna")).status).toBe(200);
    expect(seen.filter((token) => token === "anna")).toHaveLength(1); // kept for some seconds
  });

  it("is not taken while the database is silent, and says so", async () => {
    const { upload } = await front({ findActor: () => Promise.reject(new DatabaseUnavailableError()) });
    expect(await upload("next-auth.session-token=admin")).toMatchObject({
      status: 503,
      body: `${words.text}\n`,
    });
  });

  it("a form of a megabyte asks nobody for a session", async () => {
    const { send, looked } = await front();
    const headers = { Cookie: "next-auth.session-token=made-up", "Content-Length": "5" };
    const form = send("/reports/new", { method: "POST", headers, body: "a=b&c" });
    expect((await form).status).toBe(200);
    expect(looked()).toBe(0);
  });
});

describe("what one network may ask for", () => {
  const few = {
    search: { points: 2, duration: 10 },
    page: { points: 4, duration: 10 },
    "look-up": { points: 3, duration: 10 },
  };

  it.each([
    ["searches", "/search?q=a", 2],
    ["searches in Welsh", "/cy/search?q=a", 2],
    ["searches under a definition", "/counting/companies/search?q=a", 2],
    ["pages", "/areas/council/carlisle", 4],
    ["made-up addresses", "/no/such", 4],
    ["made-up files of the build", "/_next/zz1", 4],
    ["made-up chunks", "/_next/static/zz1.js", 4],
    ["made-up files", "/zz1.abc", 4],
    ["files that are worked out", "/sitemap.xml", 4],
    ["names", "/api/v1/names?q=a", 3],
    ["postcodes", "/api/v1/postcodes/CA11AA", 3],
  ])("is bounded for %s; another network and another kind are not held up by it", async (_, path, most) => {
    const { send } = await front({ limits: few });
    const statuses = [];
    for (let asked = 0; asked <= most; asked++) statuses.push((await send(path)).status);
    expect(statuses).toEqual([...Array(most).fill(200), 429]);
    expect((await send(path, { from: "192.0.2.8" })).status).toBe(200);
    expect((await send(path.startsWith("/api") ? "/areas" : "/api/v1/names")).status).toBe(200);
    expect((await send("/_next/static/chunk.js")).status).toBe(200);
  });

  it("counts a whole /64 of IPv6 as one, and this machine itself as none", async () => {
    const { send } = await front({ limits: few });
    const statuses = [];
    for (const end of ["1", "2", "ffff:9"])
      statuses.push((await send("/search", { from: `2001:db8:1:2::${end}` })).status);
    expect(statuses).toEqual([200, 200, 429]);
    for (let asked = 0; asked < 5; asked++)
      expect((await send("/search", { from: "127.0.0.1" })).status).toBe(200);
  });

  it.each([
    ["a port behind the address", ["192.0.2.7:1111", "192.0.2.7:2222", "192.0.2.7"]],
    ["brackets and a port", ["[2001:db8:1:2::1]:1111", "[2001:db8:1:2::2]", "2001:0DB8:1:2::3"]],
    ["an IPv4 address as IPv6", ["::ffff:192.0.2.7", "::ffff:c000:207", "192.0.2.7"]],
    ["what somebody made up in front", ["1.1.1.1, 192.0.2.7", "2.2.2.2, 192.0.2.7:1", "192.0.2.7"]],
    ["words that are no address", ["unknown", "_a", "_b"]],
  ])("understands how proxies write whom they ask for: %s", async (_, names) => {
    const { send } = await front({ limits: few });
    const statuses = [];
    for (const from of names) statuses.push((await send("/search", { from })).status);
    expect(statuses).toEqual([200, 200, 429]);
    for (let asked = 0; asked < 5; asked++)
      expect((await send("/search", { from: "[::1]:4711" })).status).toBe(200);
  });

  it("searches of one /64 take turns together", async () => {
    let inside = 0;
    const { send } = await front({
      turns: { each: 1, all: 9, waiting: 0, waitMs: 0 },
      next: () => {
        inside++;
        return new Promise(() => undefined);
      },
    });
    send("/search?q=1", { from: "[2001:db8:1:2::1]:1111" }).catch(() => undefined);
    await expect.poll(() => inside).toBe(1);
    expect((await send("/search?q=2", { from: "2001:db8:1:2:9::9" })).status).toBe(503);
  });

  it("says in words what to do and when, to people and to programs", async () => {
    const none = { points: 0, duration: 10 };
    const { send } = await front({ limits: { search: none, page: none, "look-up": none } });
    const page = await send("/search?q=a", { headers: { Accept: "text/html" } });
    expect(page).toMatchObject({
      status: 429,
      headers: { "retry-after": "10", "cache-control": "private, no-store" },
    });
    expect(page.body).toContain(words.tooManyText);
    expect(page.body).toContain(`<a href="/">`);
    const api = await send("/api/v1/names?q=a");
    expect(api.headers).toMatchObject({
      "content-type": "application/problem+json; charset=utf-8",
      "retry-after": "10",
    });
    expect(JSON.parse(api.body)).toMatchObject({ status: 429, title: words.tooManyTitle });
  });

  it("two searches of one network at a time; the others wait, and are told when it takes too long", async () => {
    let inside = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const { send } = await front({
      turns: { each: 2, all: 3, waiting: 1, waitMs: 60_000 },
      next: async () => {
        most = Math.max(most, ++inside);
        await new Promise<void>((done) => waiting.push(done));
        inside--;
      },
    });
    const three = [send("/search?q=1"), send("/search?q=2"), send("/search?q=3")];
    await expect.poll(() => waiting.length).toBe(2);
    const other = send("/search?q=4", { from: "192.0.2.8" });
    await expect.poll(() => waiting.length).toBe(3);
    expect(await send("/search?q=5")).toMatchObject({
      status: 503,
      headers: { "retry-after": "5" },
      body: `${words.busyText}\n`,
    });
    const all = Promise.all([...three, other]);
    while (waiting.length > 0 || inside > 0) {
      waiting.shift()?.();
      await new Promise<void>((done) => setImmediate(done));
    }
    expect((await all).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(most).toBe(3);
  });

  it("is far more than a newsroom asks for", () => {
    expect(READ_LIMITS.search.points / READ_LIMITS.search.duration).toBeGreaterThanOrEqual(10);
    expect(READ_LIMITS.page.points / READ_LIMITS.page.duration).toBeGreaterThanOrEqual(30);
  });
});
