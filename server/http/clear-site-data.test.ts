import { expect, test } from "vitest";
import { endsSession } from "./clear-site-data";

test.each([
  ["__Host-next-auth.session-token=; Path=/; Max-Age=0; HttpOnly; Secure", true],
  ["next-auth.session-token=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0", true],
  ["next-auth.session-token=abc; Path=/; Expires=Mon, 28 Dec 2026 00:00:00 GMT", false],
  ["theme=; Max-Age=0", false],
  [undefined, false],
])("%s ends a session: %s", (setCookie, ends) => {
  expect(endsSession(setCookie)).toBe(ends);
  expect(endsSession(setCookie === undefined ? [] : ["a=b", setCookie])).toBe(ends);
});
