import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testDb } from "@/db/testing";
import { type Handler, requestOf, routeHandlers } from "@/server/security/testing-routes";

/**
 * Every address that is no page, found by its file, sent what no page of ours sends: it is the sender's fault and never ours.
 * What stands before Next (front.ts, admission.ts) is tried by e2e/malformed.spec.ts, server actions among it.
 */
const ORIGIN = "https://map.example.org";
const request = vi.hoisted(() => ({ db: undefined as unknown }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "https://map.example.org" }),
  cookies: async () => ({ get: () => undefined, has: () => false, set: () => undefined }),
}));
vi.mock("@/db/client", async (original) => ({ ...(await original<object>()), getDb: () => request.db }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

request.db = testDb();

beforeEach(() => {
  vi.stubEnv("SITE_URL", ORIGIN);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const CUT_OFF = '--x\r\nContent-Disposition: form-data; name="token"\r\n\r\nhalf';
/** What is no form that can be read. */
const NO_FORMS: readonly (readonly [name: string, type: string | null, body: string])[] = [
  ["no content type", null, "token=a"],
  ["text", "text/plain", "token=a"],
  ["JSON", "application/json", '{"token":"a"}'],
  ["broken JSON", "application/json", '{"token":'],
  ["XML", "application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"],
  ["a form without a boundary", "multipart/form-data", CUT_OFF],
  ["a form that is cut off", "multipart/form-data; boundary=x", CUT_OFF],
  ["a form of another boundary", "multipart/form-data; boundary=y", `${CUT_OFF}\r\n--x--\r\n`],
  ["a type that is none", "x", "token=a"],
  ["a script's call of an action", "text/x-component", '["$K1"'],
];
/** Forms that can be read and hold what no page of ours sends. */
const ODD_FORMS: readonly (readonly [name: string, body: string | FormData])[] = [
  ["nothing", ""],
  ["a stray percent sign and a NUL", "token=%ZZ&callbackUrl=%00&locale=%00"],
  ["fields of objects", "__proto__=a&constructor=b&token[]=c&token=d&token=e"],
  ["an address of another site", "token=a&callbackUrl=//evil.example/&locale=xx"],
  ["a file for a text", fileForm()],
];
const SEGMENTS = ["x", "", "..", "%00", "__proto__", "a".repeat(3000), "😀", "' or 1=1", "callback/email"];
const QUERIES = [
  "",
  "?areas=__proto__",
  "?areas=constructor",
  "?counting=__proto__&area=x",
  "?area=constituency/__proto__&provider=x",
  "?area=%00&q=%00",
  "?q=%F0%9F%98%80&callbackUrl=//evil.example",
  `?q=${"a".repeat(5000)}`,
];

function fileForm(): FormData {
  const form = new FormData();
  form.set("token", new File(["bytes"], "token.bin"));
  form.set("callbackUrl", new File(["/"], "a"));
  return form;
}

/** The parts of an address that stand for something, each as given. */
function paramsOf({ address }: Handler, segment: string): Promise<Record<string, string | string[]>> {
  const names = [...address.matchAll(/\[(\.\.\.)?(\w+)\]/g)];
  return Promise.resolve(
    Object.fromEntries(names.map(([, rest, name = ""]) => [name, rest ? segment.split("/") : segment])),
  );
}

async function answer(one: Handler, sent: RequestInit, { query = "", segment = "x" }): Promise<number> {
  const asked = requestOf(`${ORIGIN}/${query}`, { ...sent, method: one.method });
  try {
    return (await one.run(asked, { params: paramsOf(one, segment) })).status;
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    // Next's ways to lead on and to say that there is nothing.
    if (digest.startsWith("NEXT_REDIRECT")) return 307;
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return 404;
    throw error;
  }
}

const handlers = await routeHandlers();
const writes = handlers.filter(({ method }) => method !== "GET" && method !== "HEAD");
const reads = handlers.filter(({ method }) => method === "GET");
/** Takes no field: what is sent with the button is not read. */
const READS_NOTHING = ["/api/auth/sign-out"];

test("every handler is of a method that is let in, and is tried here", () => {
  expect(new Set(handlers.map(({ method }) => method))).toEqual(new Set(["GET", "POST"]));
  expect(writes.map(({ address }) => address)).toEqual([
    "/api/auth/[...nextauth]",
    ...READS_NOTHING,
    "/api/report-files/[id]",
    "/api/report-files",
  ]);
});

test.each(writes.flatMap((one) => NO_FORMS.map(([name, type, body]) => ({ one, name, type, body }))))(
  "POST $one.address: $name is refused",
  async ({ one, type, body }) => {
    const headers = { origin: ORIGIN, ...(type === null ? {} : { "content-type": type }) };
    const sent = { headers, body: new TextEncoder().encode(body) };
    const isRead = !READS_NOTHING.includes(one.address);
    for (const segment of ["callback/email", "x"])
      expect([400, 404, 405, 415, ...(isRead ? [] : [303])]).toContain(await answer(one, sent, { segment }));
  },
);

test.each(writes.flatMap((one) => ODD_FORMS.map(([name, body]) => ({ one, name, body }))))(
  "POST $one.address: a form with $name leads to a page in words, of ours",
  async ({ one, body }) => {
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const headers = { origin: ORIGIN, ...(typeof body === "string" ? type : {}) };
    expect([303, 400, 404]).toContain(await answer(one, { headers, body }, { segment: "callback/email" }));
  },
);

test.each(reads)("GET $address: no query and no name in its address is a fault of ours", async (one) => {
  for (const query of QUERIES) expect(await answer(one, {}, { query }), query).toBeLessThan(500);
  for (const segment of SEGMENTS) expect(await answer(one, {}, { segment }), segment).toBeLessThan(500);
});
