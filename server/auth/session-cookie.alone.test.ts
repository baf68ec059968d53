import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  clearSessionCookie,
  readSessionToken,
  sessionCookieName,
  writeSessionCookie,
} from "./session-cookie";

type Cookie = { value: string; [attribute: string]: unknown };
const jar = vi.hoisted(() => new Map<string, Cookie>());
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    has: (name: string) => jar.has(name),
    set: (name: string, value: string, attributes: object) => jar.set(name, { value, ...attributes }),
  }),
}));

beforeEach(() => {
  jar.clear();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test("over https the cookie is this host's alone, and one of the old name is nobody's", async () => {
  vi.stubEnv("SITE_URL", "https://map.example.org");
  expect(sessionCookieName()).toBe("__Host-next-auth.session-token");
  await writeSessionCookie({ token: "t", expiresAt: new Date(0) });
  const cookie = jar.get(sessionCookieName());
  expect(cookie).toMatchObject({ value: "t", secure: true, path: "/", httpOnly: true, sameSite: "lax" });
  expect(cookie).not.toHaveProperty("domain");
  jar.clear();
  jar.set("__Secure-next-auth.session-token", { value: "planted by another host" });
  expect(await readSessionToken()).toBeUndefined();
});

test("signing out takes the cookie of the old name away too", async () => {
  vi.stubEnv("SITE_URL", "https://map.example.org");
  jar.set("__Secure-next-auth.session-token", { value: "old" });
  await clearSessionCookie();
  for (const cookie of jar.values()) expect(cookie).toMatchObject({ value: "", maxAge: 0, secure: true });
  expect([...jar.keys()].sort()).toEqual([
    "__Host-next-auth.session-token",
    "__Secure-next-auth.session-token",
    "signed-in",
  ]);
});

test("a local copy on plain http has the plain name", () => {
  vi.stubEnv("SITE_URL", "");
  expect(sessionCookieName()).toBe("next-auth.session-token");
});
