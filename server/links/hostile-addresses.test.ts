import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchLink } from "@/server/links/fetch-link";
import type { LinkPolicy } from "@/server/links/link-policy";
import { isPublicAddress } from "@/server/links/public-address";
import { rawSite, type TestSite, testPolicy, testSite } from "@/server/links/testing-hostile-site";

const BOMB = gzipSync(Buffer.alloc(32 * 1024 * 1024));
let site: TestSite;
/** What must never be asked anything. */
let inner: TestSite;
const raw: TestSite[] = [];

beforeAll(async () => {
  inner = await testSite((_request, response) => response.end("secret"), "127.0.0.2");
  site = await testSite((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site.example.org");
    const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
    const pour = (part: Buffer) => {
      while (!response.destroyed && response.write(part));
      response.once("drain", () => pour(part));
    };
    switch (pathname) {
      case "/to":
        return response.writeHead(302, { location: searchParams.get("to") ?? "", "set-cookie": "a=b" }).end();
      case "/round":
        return response.writeHead(302, { location: "/round" }).end();
      case "/endless":
        response.writeHead(200, { "content-type": "text/html" });
        return pour(Buffer.alloc(16 * 1024, "a"));
      case "/bomb":
        return send(BOMB, { "content-encoding": "gzip" });
      case "/silent":
        return response.writeHead(200, { "content-type": "text/html" }).write("<title>");
      case "/drip": {
        response.writeHead(200, { "content-type": "text/html" });
        const drip = setInterval(() => response.write("a"), 20);
        return response.once("close", () => clearInterval(drip));
      }
      case "/headers":
        return send("", { "x-long": "a".repeat(40_000) });
      case "/many-headers":
        return send(
          "",
          Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`x-${i}`, "a".repeat(20)])),
        );
      case "/packed":
        return send(gzipSync("<title>packed</title>"), { "content-encoding": "gzip" });
      case "/strange":
        return send("a", { "content-encoding": "br, gzip" });
      case "/broken-gzip":
        return send("no gzip at all", { "content-encoding": "gzip" });
      case "/gone":
        return response.writeHead(404).end();
      case "/forbidden":
        return response.writeHead(403).end();
      case "/upgrade":
        return response.writeHead(101, { connection: "upgrade", upgrade: "websocket" }).end();
      case "/nowhere":
        return undefined;
      default:
        return send("<title>A page</title>");
    }
  });
});
afterAll(() => Promise.all([site, inner, ...raw].map((one) => one.close())));

const at = (path: string, host = "site.example.org") => `http://${host}:${site.port}${path}`;
const redirectTo = (to: string) => at(`/to?to=${encodeURIComponent(to)}`);
const faultOf = (address: string, policy: LinkPolicy = testPolicy()) =>
  fetchLink(address, policy).then(
    ({ bytes }) => `read ${bytes.length}`,
    (error: { fault?: string }) => error.fault ?? String(error),
  );

test.each([
  ["http://127.0.0.1/", "private"],
  ["http://127.1/", "private"],
  ["http://2130706433/", "private"],
  ["http://0x7f000001/", "private"],
  ["http://0177.0.0.1/", "private"],
  ["http://[::1]/", "private"],
  ["http://[::ffff:127.0.0.1]/", "private"],
  ["http://[64:ff9b::7f00:1]/", "private"],
  ["http://8.8.8.8/", "private"],
  ["http://localhost/", "private"],
  ["http://printer.local/", "private"],
  ["http://metadata.google.internal/", "private"],
  ["http://127.0.0.1./", "private"],
  ["http://user:secret@site.example.org/", "address"],
  ["http://site.example.org@127.0.0.1/", "address"],
  ["ftp://site.example.org/", "address"],
  ["file:///etc/passwd", "address"],
  ["gopher://site.example.org/", "address"],
  ["javascript:alert(1)", "address"],
  ["", "address"],
])("%s is not asked for", async (address, fault) => {
  let asked = 0;
  const policy = testPolicy({
    resolve: async () => {
      asked++;
      return [];
    },
  });
  for (const given of address === "" ? [""] : [address, redirectTo(address)]) {
    const before = site.asked.length;
    const own = given === address ? policy : testPolicy();
    expect(await faultOf(given, own)).toBe(fault);
    expect(site.asked.length - before).toBe(given === address ? 0 : 1);
  }
  expect([asked, inner.asked.length]).toEqual([0, 0]);
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "100.64.1.1",
  "169.254.169.254",
  "192.168.0.1",
  "::1",
  "::ffff:127.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "fd00::1",
  "fe80::1",
  "224.0.0.1",
])("a name that leads to %s is not connected to, alone or beside a public address", async (address) => {
  const family = address.includes(":") ? 6 : 4;
  const publicOne = { address: "8.8.8.8", family: 4 };
  for (const found of [[{ address, family }], [publicOne, { address, family }]]) {
    const policy = testPolicy({ mayReach: isPublicAddress, resolve: async () => found });
    expect(await faultOf(at("/"), policy)).toBe("private");
  }
});

test("a name is resolved once, and what was checked is what is connected to", async () => {
  let asked = 0;
  const resolve = async () => [{ address: ++asked === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
  const policy = testPolicy({ resolve });
  const { bytes } = await fetchLink(at("/", "rebinding.example.org"), policy);
  expect(bytes.toString()).toContain("A page");
  expect(asked).toBe(1);
  // The next one is checked anew, and refused.
  expect(await faultOf(at("/", "rebinding.example.org"), policy)).toBe("private");
  expect(inner.asked).toHaveLength(0);
});

test("a redirect to another name is resolved and checked like the first", async () => {
  const resolve = async (host: string) => [
    { address: host.startsWith("inner") ? "127.0.0.2" : "127.0.0.1", family: 4 },
  ];
  const policy = testPolicy({ resolve });
  expect(await faultOf(redirectTo(`http://inner.example.org:${inner.port}/`), policy)).toBe("private");
  expect(await faultOf(redirectTo(at("/", "other.example.org")), policy)).toBe("read 21");
  expect(inner.asked).toHaveLength(0);
});

test.each([
  ["/round", "too-many-redirects"],
  ["/to?to=http%3A%2F%2F%5B", "no-page"],
  ["/headers", "too-large"],
  ["/many-headers", "too-large"],
  ["/strange", "no-page"],
  ["/broken-gzip", "not-answering"],
  ["/gone", "gone"],
  ["/forbidden", "refused"],
  ["/upgrade", "no-page"],
  // The first 64 kB of these are enough, and the rest is not waited for.
  ["/endless", "read 65536"],
  ["/bomb", "read 65536"],
  ["/packed", "read 21"],
])("%s: %s", async (path, fault) => {
  const before = process.memoryUsage().arrayBuffers;
  expect(await faultOf(at(path))).toBe(fault);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
});

const hasty = (limit: { totalMs?: number; idleMs?: number }) => {
  const { limits } = testPolicy();
  return testPolicy({ limits: { ...limits, ...limit } });
};

test.each([
  ["/silent", { idleMs: 100 }],
  ["/nowhere", { idleMs: 100 }],
  ["/drip", { totalMs: 200 }],
])("%s is given up", async (path, limit) => {
  expect(await faultOf(at(path), hasty(limit))).toBe("too-slow");
});

test.each([
  ["no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "not-answering"],
  ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "not-answering"],
  [
    "a length and chunks",
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "not-answering",
  ],
  [
    "half a body",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50\r\n\r\nhello",
    "not-answering",
  ],
])("%s", async (_what, said, fault) => {
  const one = await rawSite((socket) => socket.once("data", () => socket.end(said)));
  raw.push(one);
  expect(await faultOf(`http://raw.example.org:${one.port}/`)).toBe(fault);
});

test("interim answers without end are not waited for", async () => {
  const one = await rawSite((socket) => {
    const more = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 10);
    socket.once("close", () => clearInterval(more));
  });
  raw.push(one);
  expect(await faultOf(`http://raw.example.org:${one.port}/`, hasty({ totalMs: 200 }))).toBe("too-slow");
});

test("a port that is not a web server's is not asked, a resolver that is silent is not waited for, an unknown name is said", async () => {
  const ports = testPolicy({ mayUsePort: (port) => port === "" });
  for (const port of ["22", "25", "5432", "6379", "8080"])
    expect(await faultOf(`http://site.example.org:${port}/`, ports)).toBe("port");
  const silent = { ...hasty({ totalMs: 100 }), resolve: () => new Promise<never>(() => undefined) };
  expect(await faultOf(at("/"), silent)).toBe("too-slow");
  expect(await faultOf(at("/"), testPolicy({ resolve: async () => [] }))).toBe("not-found");
  expect(await faultOf(at("/"), testPolicy({ resolve: () => Promise.reject(new Error("ENOTFOUND")) }))).toBe(
    "not-found",
  );
});

test("nobody is told who asks: no cookie, no referrer, no login", async () => {
  await fetchLink(redirectTo(at("/page?a=1#part")), testPolicy());
  const last = site.asked.at(-1);
  expect(last?.url).toBe("/page?a=1");
  for (const name of ["cookie", "referer", "authorization", "origin"])
    expect(last?.headers[name]).toBeUndefined();
});
