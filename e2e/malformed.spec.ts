import { routeKind } from "../server/http/route-kind";
import { discoverRoutes } from "./routes";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

/** What stands where an id, a name or a number belongs. */
const BAD_SEGMENTS = [
  "x",
  "0",
  "-".repeat(36),
  "00000000-0000-0000-0000-00000000000g",
  "99999999999999999999",
  "%27%20or%201%3D1",
  "%2e%2e%2f%2e%2e",
  "a".repeat(3000),
  "%F0%9F%98%80",
  "%EF%BF%BF",
];

/** Forms that no page of ours sends: their head and their body. */
const BAD_FORMS: readonly { name: string; headers: Record<string, string>; data: string }[] = [
  { name: "no form at all", headers: { "content-type": "text/plain" }, data: "hello" },
  { name: "JSON", headers: { "content-type": "application/json" }, data: '{"a":1}' },
  { name: "nothing", headers: {}, data: "" },
  {
    name: "fields in an address",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    data: "a=b&%ZZ=%00",
  },
  { name: "no boundary", headers: { "content-type": "multipart/form-data" }, data: "--x\r\n\r\n" },
  {
    name: "cut off",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    data: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf',
  },
  {
    name: "an action in a field that is none",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    data: '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_nonsense"\r\n\r\n\r\n--x--\r\n',
  },
  {
    name: "an action in a field, bound to nonsense",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    data: '--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{broken\r\n--x--\r\n',
  },
  ...["x", "0", "a".repeat(42), "00".repeat(21), "%00", "__proto__", "z".repeat(8000)].flatMap((id) => [
    {
      name: `an action's id ${id.slice(0, 12)}, with text`,
      headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
      data: "[{broken",
    },
    {
      name: `an action's id ${id.slice(0, 12)}, cut off`,
      headers: { "next-action": id, "content-type": "multipart/form-data; boundary=x" },
      data: '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"',
    },
  ]),
];

/** Pages that are sent every one of these; the others some of each kind. */
const EVERYWHERE = ["/reports/new", "/sign-in", "/moderation/x", "/admin/imports/new"];
const FEW = BAD_FORMS.filter(({ name }) =>
  ["JSON", "cut off", "an action in a field that is none", "an action's id x, with text"].includes(name),
);

/** Every page that takes a form, found by its file: those that are made for one person. */
function pagesWithForms(): string[] {
  return discoverRoutes()
    .map((route) => route.replace(/\[[^\]]+\]/g, "x"))
    .filter((path) => routeKind(path) === "personal");
}

test("an address that names nothing is 404 or 400 on every route, to everybody, and never a fault of ours", async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext();
  await signInAs(context, "admin");
  for (const route of discoverRoutes().filter((one) => one.includes("[") && !one.includes("[definition]"))) {
    for (const bad of BAD_SEGMENTS) {
      const path = route.replace(/\[[^\]]+\]/g, bad);
      const status = (await context.request.get(path, { maxRedirects: 0 })).status();
      expect([200, 307, 308, 400, 404, 414, 431], `${path.slice(0, 100)}: ${status}`).toContain(status);
    }
  }
  for (const path of ["/moderation/x", "/reports/x", "/admin/imports/x", "/admin/imports/x/rows/x"]) {
    expect((await context.request.get(path)).status(), path).toBe(404);
  }
});

test("what is no form of ours is 400 or 404 on every page that takes forms, and never a fault of ours", async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext();
  await signInAs(context, "admin");
  const origin = process.env.E2E_ORIGIN ?? "";
  for (const path of pagesWithForms()) {
    for (const { name, headers, data } of EVERYWHERE.includes(path) ? BAD_FORMS : FEW) {
      const answer = await context.request.post(path, {
        headers: { origin, ...headers },
        data,
        maxRedirects: 0,
      });
      expect(answer.status(), `${path}, ${name}`).toBeLessThan(500);
    }
  }
});
