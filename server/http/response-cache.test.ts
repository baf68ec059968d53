import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { frontListener } from "./front";
import { knownPublication, notePublication } from "./publication";
import { responseCache } from "./response-cache";

// Of an odd length: the memory that a page takes must be a whole number of bytes.
const PAGE = `<!doctype html><p>${"Who runs it, says who. ".repeat(200)}</p>\n`;
const words = {
  title: "Title",
  text: "Not now",
  brokenTitle: "Broken",
  brokenText: "Ours",
  care: "Care",
  home: "Home",
  forbidden: "Forbidden",
  badRequest: "Bad",
  badForm: "",
  method: "Method",
  tooLarge: "Large",
};

let server: Server | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** A page as Next sends one from its cache, in pieces and with a header of its own. */
function page(_: IncomingMessage, response: ServerResponse) {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "s-maxage=31536000");
  response.setHeader("x-inline-scripts", "'sha256-abc'");
  response.setHeader("Vary", "rsc");
  response.write(PAGE.slice(0, 1000));
  response.end(PAGE.slice(1000));
}

/** The front server with kept pages before a stand-in for Next; `get` asks it and undoes no encoding. */
async function front(answer = page, now?: () => number) {
  const next = vi.fn(async (request: IncomingMessage, response: ServerResponse) => answer(request, response));
  const started = createServer({ keepAliveTimeout: 1 });
  server = started;
  await new Promise<void>((done) => started.listen(0, "127.0.0.1", done));
  const address = started.address();
  const siteOrigin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const options = { siteOrigin, localMode: false, trustProxy: false, databaseIsSilent: () => false, words };
  const policy = { mapbox: false, dev: false, https: false };
  const fast = [responseCache({ bytes: 10_000_000, now })];
  started.on("request", frontListener({ ...options, policy, next, fast }));
  const get = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const { request } = await import("node:http");
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
      (done, failed) => {
        const outgoing = request(siteOrigin, { path, method, headers, agent: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("end", () => {
            const { statusCode = 0, headers: got } = response;
            done({ status: statusCode, headers: got, body: Buffer.concat(chunks) });
          });
        });
        outgoing.on("error", failed).end();
      },
    );
  };
  return { get, next };
}

const withoutDate = ({ date: _, ...headers }: NodeJS.Dict<string | string[]>) => headers;

test("a page that everybody is given is asked of Next once, and is the same the second time, policy and all", async () => {
  const { get, next } = await front();
  const first = await get("/areas/icb/x");
  const second = await get("/areas/icb/x");
  expect(next).toHaveBeenCalledTimes(1);
  expect([second.status, second.body.toString()]).toEqual([200, PAGE]);
  expect(withoutDate(second.headers)).toEqual(withoutDate(first.headers));
  expect(second.headers["content-security-policy"]).toContain("'sha256-abc'");
  expect(second.headers["x-inline-scripts"]).toBeUndefined();
  expect(second.headers["cache-control"]).toBe("public, max-age=0, s-maxage=30, must-revalidate");
});

test("it comes in the encoding that is accepted, and not at all to who has it", async () => {
  const { get } = await front();
  const encodings = [];
  for (const accepted of ["gzip, deflate, br", "gzip", "br;q=0, gzip", "identity", ""]) {
    const { headers, body } = await get("/", accepted === "" ? {} : { "accept-encoding": accepted });
    const encoding = headers["content-encoding"] ?? "none";
    const undo =
      encoding === "br" ? brotliDecompressSync : encoding === "gzip" ? gunzipSync : (b: Buffer) => b;
    expect([undo(body).toString(), headers["content-length"]]).toEqual([PAGE, String(body.length)]);
    expect(headers.vary).toBe("rsc, Accept-Encoding");
    encodings.push(encoding);
  }
  expect(encodings).toEqual(["br", "gzip", "gzip", "none", "none"]);
  const { etag = "" } = (await get("/")).headers;
  const known = await get("/", { "if-none-match": String(etag), "accept-encoding": "br" });
  expect([known.status, known.body.length, known.headers["content-encoding"]]).toEqual([304, 0, undefined]);
});

test("a file of the map is compressed here, for Next takes the name of an encoding away, and is kept as a page is", async () => {
  const file = Buffer.from(PAGE.repeat(2));
  const { get, next } = await front((_, response) => {
    response.setHeader("Content-Type", "application/octet-stream");
    response.setHeader("Cache-Control", "public, max-age=30");
    response.end(file);
  });
  const path = "/api/v1/map/data/abcdefghijklmnopqrstuv/pins";
  for (const times of [1, 2]) {
    const { headers, body } = await get(path, { "accept-encoding": "br, gzip" });
    expect([times, headers["content-encoding"], headers["cache-control"]]).toEqual([
      ...[times, "br", "public, max-age=30"],
    ]);
    expect(brotliDecompressSync(body)).toEqual(file);
    expect((await get(path, { "if-none-match": String(headers.etag) })).status).toBe(304);
  }
  expect(next).toHaveBeenCalledTimes(1);
  notePublication(knownPublication() + 1);
  await get(path);
  expect(next).toHaveBeenCalledTimes(2);
});

test("the head alone has the headers of the page and nothing else, kept or not", async () => {
  const { get, next } = await front();
  const first = await get("/", {}, "HEAD");
  const { headers } = await get("/");
  const second = await get("/", {}, "HEAD");
  expect(next).toHaveBeenCalledTimes(1);
  for (const head of [first, second]) {
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(withoutDate(head.headers)).toEqual(withoutDate(headers));
  }
  const known = await get("/", { "if-none-match": String(headers.etag) }, "HEAD");
  expect(known.status).toBe(304);
});

test.each([404, 410])(
  "what is published since is asked for anew, also while it was made: %i",
  async (gone) => {
    let isWithdrawn = false;
    const { get, next } = await front((request, response) => {
      if (!isWithdrawn) return page(request, response);
      response.statusCode = gone;
      response.setHeader("Content-Type", "text/html");
      response.end("<p>gone</p>");
    });
    await get("/services/x");
    isWithdrawn = true;
    expect((await get("/services/x")).status).toBe(200);
    notePublication(knownPublication() + 1);
    expect((await get("/services/x")).status).toBe(gone);
    expect((await get("/services/x")).status).toBe(gone); // and is not kept as gone either
    expect(next).toHaveBeenCalledTimes(3);

    const meanwhile = await front((request, response) => {
      notePublication(knownPublication() + 1);
      page(request, response);
    });
    await meanwhile.get("/");
    await meanwhile.get("/");
    expect(meanwhile.next).toHaveBeenCalledTimes(2);
  },
);

test("after a minute Next is asked again", async () => {
  let clock = 0;
  const { get, next } = await front(page, () => clock);
  await get("/");
  clock = 59_999;
  await get("/");
  expect(next).toHaveBeenCalledTimes(1);
  clock = 60_000;
  await get("/");
  expect(next).toHaveBeenCalledTimes(2);
});

test.each<[string, string, Record<string, string>, string]>([
  ["a query", "/?x=1", {}, "GET"],
  ["a navigation by script", "/", { rsc: "1" }, "GET"],
  ["an address that leads elsewhere", "/x/%2e%2e/areas", {}, "GET"],
  ["an address in another spelling", "/%61reas", {}, "GET"],
  ["a page of one's own", "/reports", {}, "GET"],
  ["a file", "/icon.svg", {}, "GET"],
  ["an answer of the API", "/api/v1/map/config", {}, "GET"],
  ["kinds that somebody put together", "/counting/charity_university/areas", {}, "GET"],
])("Next answers %s itself each time", async (_, path, headers, method) => {
  const { get, next } = await front();
  await get(path, headers, method);
  await get(path, headers, method);
  expect(next).toHaveBeenCalledTimes(2);
});

test("a page that sets a cookie is one visitor's: the next one is given neither the page nor the cookie", async () => {
  let visitor = 0;
  const { get, next } = await front((request, response) => {
    visitor += 1;
    response.setHeader("Set-Cookie", `visit=${visitor}; Path=/; HttpOnly`);
    page(request, response);
  });
  const cookies = [];
  for (const _ of [1, 2]) cookies.push((await get("/")).headers["set-cookie"]);
  expect(cookies).toEqual([["visit=1; Path=/; HttpOnly"], ["visit=2; Path=/; HttpOnly"]]);
  expect(next).toHaveBeenCalledTimes(2);
});

test("what the page cache did not make is sent and not kept: pages, redirections and failures", async () => {
  const { get, next } = await front((request, response) => {
    if (request.url === "/moved") return response.writeHead(308, { Location: "/" }).end();
    if (request.url === "/broken") throw new Error("a page that breaks");
    response.writeHead(200, { "Content-Type": "text/html" });
    return response.end(PAGE);
  });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const path of ["/once", "/once", "/moved", "/broken"]) await get(path, { "accept-encoding": "gzip" });
  expect(next).toHaveBeenCalledTimes(4);
  expect(gunzipSync((await get("/once", { "accept-encoding": "gzip" })).body).toString()).toBe(PAGE);
  expect((await get("/moved")).headers.location).toBe("/");
  const broken = await get("/broken", { accept: "text/html" });
  expect([broken.status, broken.body.toString()]).toEqual([500, expect.stringContaining("Broken")]);
});
