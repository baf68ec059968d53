import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as nextHeaders from "next/dist/client/components/app-router-headers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inlineScriptHashes } from "@/server/http/cache-handler.mjs";
import { NAVIGATION_HEADERS, NONCE_HEADERS, SCRIPTS_HEADER } from "@/server/http/header-names.mjs";

/**
 * What the front server and the page cache take for granted of Next, asked of the real Next: a small application, built and served.
 * Each test names one assumption and who relies on it. When a new version of Next breaks one, its name is what has to be
 * mended (docs/decisions/0036).
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = fileURLToPath(new URL(".", import.meta.url));
let server: ChildProcess;
let addresses: { front: string; alone: string };

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [`${root}node_modules/next/dist/bin/next`, "build"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  expect(built.status, `${built.stdout}${built.stderr}`).toBe(0);
  server = spawn(process.execPath, ["--import", "tsx", `${folder}serve.ts`], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  [addresses] = (await once(server, "message")) as [typeof addresses];
}, 300_000);
afterAll(() => void server?.disconnect());

/** Nothing is compressed unless it is asked for, so that headers are those of the page. */
const ask = (where: keyof typeof addresses, path: string, init: RequestInit = {}) =>
  fetch(`${addresses[where]}${path}`, {
    redirect: "manual",
    ...init,
    headers: { "accept-encoding": "identity", ...init.headers },
  });

async function publish() {
  const published = once(server, "message");
  server.send("publish");
  await published;
}

test("this is the one version that was looked at", () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  expect(dependencies.next).toMatch(/^\d+\.\d+\.\d+$/);
  const installed = JSON.parse(readFileSync(`${root}node_modules/next/package.json`, "utf8"));
  expect(installed.version).toBe(dependencies.next);
});

test("set() is given the very object that the first visitor is answered from: its headers are sent (cache-handler)", async () => {
  const first = await ask("alone", "/first");
  expect(first.headers.get(SCRIPTS_HEADER)).toBe(inlineScriptHashes(await first.text()));
});

test("get() gives a page back with its headers, from bytes (cache-handler)", async () => {
  const [first, second] = [await ask("alone", "/again"), await ask("alone", "/again")];
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get(SCRIPTS_HEADER)).toBe(first.headers.get(SCRIPTS_HEADER));
});

test("a status that set() writes into that object is the one that is sent (cache-handler)", async () => {
  expect((await ask("alone", "/missing")).status).toBe(404);
});

test("what get() says is not there is made anew: a publication makes every page old (cache-handler)", async () => {
  const before = await (await ask("alone", "/published")).text();
  await publish();
  const after = await (await ask("alone", "/published")).text();
  expect(after).not.toBe(before);
  expect(await (await ask("alone", "/published")).text()).toBe(after);
});

test("a page that reads the request never reaches the page cache, and says that it is not to be kept (response-cache, response-headers)", async () => {
  const own = await ask("alone", "/own");
  expect(own.headers.get(SCRIPTS_HEADER)).toBeNull();
  expect(own.headers.get("cache-control")).toMatch(/no-store|private/);
  expect((await ask("alone", "/kept")).headers.get("cache-control")).not.toMatch(/no-store|no-cache|private/);
});

test("the headers of navigations by script are those that Next knows, and the first asks for data (response-cache)", async () => {
  const { FLIGHT_HEADERS, ACTION_HEADER, NEXT_HMR_REFRESH_HEADER } = nextHeaders;
  const expected = [...FLIGHT_HEADERS, ACTION_HEADER].filter((name) => name !== NEXT_HMR_REFRESH_HEADER);
  expect([...NAVIGATION_HEADERS].sort()).toEqual(expected.sort());
  // Next sends who asks without the hash of the headers to the address that has it.
  const data = await ask("alone", "/first", {
    redirect: "follow",
    headers: { [NAVIGATION_HEADERS[0]]: "1" },
  });
  expect(data.headers.get("content-type")).toMatch(/^text\/x-component/);
});

test("Next compresses for who accepts it and for nobody else, so that a page is compressed once (response-cache)", async () => {
  expect((await ask("alone", "/zip")).headers.get("content-encoding")).toBeNull();
  const gzip = await ask("alone", "/zip", { headers: { "accept-encoding": "gzip" } });
  expect(gzip.headers.get("content-encoding")).toBe("gzip");
  const ours = await ask("front", "/zip", { headers: { "accept-encoding": "br, gzip" } });
  expect([ours.headers.get("content-encoding"), ours.headers.get(SCRIPTS_HEADER)]).toEqual(["br", null]);
  expect(await ours.text()).toContain("Who runs it");
});

test("the nonce of the request's policy is put on every script that Next writes (front)", async () => {
  const own = await ask("alone", "/own", { headers: { [NONCE_HEADERS[0]]: "script-src 'nonce-abcDEF123'" } });
  const scripts = [...(await own.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(0);
  for (const tag of scripts) expect(tag).toContain('nonce="abcDEF123"');
});

test("everything is sent by writeHead, write and end: a failure is replaced whole, headers and body (front)", async () => {
  const alone = await ask("alone", "/broken", { headers: { accept: "text/html" } });
  expect(alone.status).toBe(500);
  const broken = await ask("front", "/broken", { headers: { accept: "text/html" } });
  expect([broken.status, broken.headers.get("cache-control")]).toEqual([500, "private, no-store"]);
  const body = await broken.text();
  expect(body).toContain("Broken, says the front server");
  expect(body).not.toContain("<script");
  expect(broken.headers.get("content-length")).toBe(String(Buffer.byteLength(body)));
});

test("a page through the front server is Next's own, with the policy of its scripts (front, response-cache)", async () => {
  const [first, second] = [await ask("front", "/whole"), await ask("front", "/whole")];
  const body = await first.text();
  expect(await second.text()).toBe(body);
  for (const { headers } of [first, second]) {
    const policy = headers.get("content-security-policy") ?? "";
    for (const hash of inlineScriptHashes(body).split(" ")) expect(policy).toContain(hash);
    expect([headers.get(SCRIPTS_HEADER), headers.get("etag")]).toEqual([null, expect.stringMatching(/^W\//)]);
  }
});

test("a form that no action can read fails inside Next before an action begins (front, begun-action)", async () => {
  const form = {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: "--x",
  };
  const sent = await ask("front", "/account", {
    ...form,
    headers: { ...form.headers, origin: addresses.front },
  });
  expect([sent.status, await sent.text()]).toEqual([400, "No form of ours\n"]);
});
