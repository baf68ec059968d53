import { describe, expect, test } from "vitest";
import { readSettings } from "./env";

const production = {
  DATABASE_URL: "postgres://app:secret@db.example.org/map",
  SITE_URL: "https://map.example.org",
  NEXTAUTH_SECRET: "3q2+7wAAB1cXz9LkQmVnR5sT8uYpJhGd",
  SMTP_URL: "smtps://user:secret@mail.example.org:465",
  CAMPAIGN_NAME: "Keep It Public",
  CAMPAIGN_CONTACT: "hello@example.org",
  CAMPAIGN_PRESS_CONTACT: "press@example.org",
  CAMPAIGN_IMPRINT: "A. Person, 1 High Street",
};

test("nothing set is local mode, with everything it needs", () => {
  const { settings, problems } = readSettings({});
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, DATABASE_DEADLINE_MS: 2000 });
});

test("a complete production set-up has no problems", () => {
  expect(readSettings(production).problems).toEqual([]);
});

describe("what production needs is asked for by name, in a sentence", () => {
  test.each([
    "SITE_URL",
    "NEXTAUTH_SECRET",
    "SMTP_URL",
    "CAMPAIGN_NAME",
    "CAMPAIGN_CONTACT",
    "CAMPAIGN_PRESS_CONTACT",
    "CAMPAIGN_IMPRINT",
  ] as const)("%s", (name) => {
    for (const absent of [undefined, "", "  "]) {
      const { problems } = readSettings({ ...production, [name]: absent });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} is missing: set it to .+\\.$`));
    }
  });
});

test.each([
  ["a database of one's own", { DATABASE_URL: production.DATABASE_URL }],
  ["a public address", { SITE_URL: production.SITE_URL }],
  ["a host others can reach", { HOST: "0.0.0.0" }],
])("%s alone already makes it production", (_, source) => {
  const { problems } = readSettings(source);
  expect(problems.join(" ")).toContain("SMTP_URL is missing");
});

test.each(["localhost", "::1", "127.0.0.1"])("%s is loopback", (HOST) => {
  expect(readSettings({ HOST }).problems).toEqual([]);
});

test.each([
  ["DATABASE_URL", "mysql://x"],
  ["SITE_URL", "map.example.org"],
  ["SMTP_URL", "mail.example.org"],
  ["PORT", "three thousand"],
  ["PORT", "0"],
  ["CACHE_MEGABYTES", "-1"],
])("%s=%s is refused by name", (name, value) => {
  const { settings, problems } = readSettings({ [name]: value });
  expect(settings).toBeUndefined();
  expect(problems[0]).toMatch(new RegExp(`^${name} is wrong: `));
  expect(problems.join(" ")).not.toContain("secret");
});

test.each([
  ["short", "abcdefghijklmnopqrstuvwxyz01234"],
  ["easy to guess", "a".repeat(64)],
])("a secret that is %s stops production, and is not said", (_, NEXTAUTH_SECRET) => {
  const { problems } = readSettings({ ...production, NEXTAUTH_SECRET });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^NEXTAUTH_SECRET is too short or too easy to guess: set it to .+\.$/);
  expect(problems[0]).not.toContain(NEXTAUTH_SECRET);
});

test("an address on plain http stops production, save on this machine", () => {
  const { problems } = readSettings({ ...production, SITE_URL: "http://map.example.org" });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^SITE_URL begins with http:\/\/: /);
  expect(readSettings({ ...production, SITE_URL: "http://127.0.0.1:3000" }).problems).toEqual([]);
});

test.each([
  ["security@example.org", true],
  ["https://example.org/security", true],
  ["mailto:security@example.org", true],
  ["me@example.org\nCanonical: https://evil.example", false],
])("SECURITY_CONTACT=%j is accepted: %s", (SECURITY_CONTACT, accepted) => {
  expect(readSettings({ ...production, SECURITY_CONTACT }).settings !== undefined).toBe(accepted);
});
