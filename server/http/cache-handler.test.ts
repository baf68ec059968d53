import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import CacheHandler, { inlineScriptHashes } from "./cache-handler.mjs";
import { SCRIPTS_HEADER } from "./header-names.mjs";
import { notePublication } from "./publication";

type Value = Parameters<CacheHandler["set"]>[1];
const published = globalThis as unknown as Record<symbol, number | undefined>;
const cache = new CacheHandler();
let counter = 0;
/** The cache is shared by the process, so every test has a key of its own. */
const newKey = () => `/page-${counter++}`;
const sha = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function page(html: string): NonNullable<Value> & { headers: Record<string, string> } {
  return {
    kind: "APP_PAGE",
    html,
    rscData: Buffer.from("rsc"),
    headers: {},
    status: 200,
    postponed: undefined,
    segmentData: undefined,
  } as never;
}

beforeEach(() => {
  published[Symbol.for("nhs-map.publication")] = undefined;
});

describe("hashes of inline scripts", () => {
  test("every script that runs, once; none with src, none that is data", () => {
    const html = `<script>a()</script><script async src="/x.js"></script><script type="application/ld+json">{}</script>
      <script id="b" nonce="n">b()\n</script><script>a()</script><script type="module">c()</script>`;
    expect(inlineScriptHashes(html).split(" ")).toEqual([sha("a()"), sha("b()\n"), sha("c()")]);
  });

  test("text is hashed as UTF-8", () => {
    expect(inlineScriptHashes("<script>'Ynys Môn'</script>")).toBe(sha("'Ynys Môn'"));
  });
});

test("the very object that Next answers a miss with gets the header", async () => {
  const value = page("<script>a()</script>");
  await cache.set(newKey(), value);
  expect(value.headers[SCRIPTS_HEADER]).toBe(sha("a()"));
});

test("what was set is got, with its headers", async () => {
  const key = newKey();
  expect(await cache.get(key)).toBeNull();
  await cache.set(key, page("<p>one</p>"));
  expect((await cache.get(key))?.value).toMatchObject({ html: "<p>one</p>", status: 200 });
});

describe("a publication", () => {
  test("makes every page rendered before it a miss", async () => {
    const key = newKey();
    await cache.set(key, page("old"));
    notePublication(7);
    expect(await cache.get(key)).toBeNull();
    await cache.set(key, page("new"));
    expect((await cache.get(key))?.value).toMatchObject({ html: "new" });
  });

  test("that comes while a page is rendered makes that page a miss too", async () => {
    const key = newKey();
    await cache.get(key); // a miss: rendering begins
    notePublication(8);
    await cache.set(key, page("half old"));
    expect(await cache.get(key)).toBeNull();
  });

  test("older than the newest changes nothing", async () => {
    const key = newKey();
    notePublication(9);
    await cache.get(key);
    await cache.set(key, page("new"));
    notePublication(3);
    expect(await cache.get(key)).not.toBeNull();
  });
});

test("revalidating anything makes every page a miss", async () => {
  const key = newKey();
  await cache.set(key, page("a"));
  await cache.revalidateTag();
  expect(await cache.get(key)).toBeNull();
});

test("route handlers are kept too, and null takes an entry away", async () => {
  const key = newKey();
  const route = { kind: "APP_ROUTE", body: Buffer.from("x"), headers: {}, status: 200 } as unknown as Value;
  await cache.set(key, route);
  expect((await cache.get(key))?.value).toBe(route);
  await cache.set(key, null);
  expect(await cache.get(key)).toBeNull();
});

test("what is not found has its hashes but is not kept", async () => {
  const key = newKey();
  const missing = Object.assign(page("<script>a()</script>"), { status: 404 });
  await cache.set(key, missing);
  expect(missing.headers[SCRIPTS_HEADER]).toBe(sha("a()"));
  expect(await cache.get(key)).toBeNull();
});

test.each([404, 410])("a page with the mark of %i answers that and is not kept", async (status) => {
  const key = newKey();
  const marked = Object.assign(page(`<meta name="page-status" content="${status}"/>`), { status: 200 });
  await cache.set(key, marked);
  expect(marked.status).toBe(status);
  expect(await cache.get(key)).toBeNull();
});

test("memory is bounded: an entry larger than all of it is not kept", async () => {
  const key = newKey();
  await cache.set(key, page("x".repeat(65 * 1024 * 1024)));
  expect(await cache.get(key)).toBeNull();
});

test("pages under kinds that readers chose push out only each other", async () => {
  const keys = ["/en", "/en/counting/companies-by-type/areas"].map((path) => `${path}${newKey()}`);
  for (const key of keys) await cache.set(key, page("usual"));
  const chosen = Array.from({ length: 70 }, () => `/cy/counting/charity_university${newKey()}`);
  for (const key of chosen) await cache.set(key, page("x".repeat(1024 * 1024)));
  for (const key of keys) expect(await cache.get(key), key).not.toBeNull();
  expect(await cache.get(chosen[0] ?? "")).toBeNull();
  expect(await cache.get(chosen.at(-1) ?? "")).not.toBeNull();
});
