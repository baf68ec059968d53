import { expect, test } from "vitest";
import { pagePolicy, strictPolicy } from "./content-security-policy";

const site = { mapbox: false, dev: false, https: true };
const directive = (policy: string, name: string) =>
  policy
    .split("; ")
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

test("no page outside development allows inline or evaluated code", () => {
  for (const policy of [pagePolicy(site), pagePolicy({ ...site, mapbox: true }), strictPolicy()]) {
    expect(policy).not.toMatch(/unsafe-|\*(?!\.tiles\.mapbox\.com)|https?:(?!\/\/)/);
  }
});

test("without a hash or a nonce only our own files run", () => {
  expect(directive(pagePolicy(site), "script-src")).toBe("'self'");
});

test("hashes or a nonce stand beside 'self'", () => {
  expect(directive(pagePolicy({ ...site, scripts: "'sha256-x'" }), "script-src")).toBe("'self' 'sha256-x'");
});

test("Mapbox is reached only when it is configured", () => {
  expect(pagePolicy(site)).not.toContain("mapbox");
  const policy = pagePolicy({ ...site, mapbox: true });
  expect(directive(policy, "connect-src")).toContain("https://api.mapbox.com");
  expect(directive(policy, "script-src")).toBe("'self'");
});

test("nobody may frame us, and forms go home", () => {
  const policy = pagePolicy(site);
  expect(directive(policy, "frame-ancestors")).toBe("'none'");
  expect(directive(policy, "form-action")).toBe("'self'");
  expect(directive(policy, "object-src")).toBe("'none'");
});

test("a site on plain http (local mode) is not told to upgrade", () => {
  expect(pagePolicy(site)).toContain("upgrade-insecure-requests");
  expect(pagePolicy({ ...site, https: false })).not.toContain("upgrade-insecure-requests");
});

test("names the origins of a ground that a deployer chose, for what is fetched and for pictures, and nowhere else", () => {
  const policy = pagePolicy({ ...site, mapOrigins: ["https://tiles.example.org"] });
  expect(directive(policy, "connect-src")).toBe("'self' https://tiles.example.org");
  expect(directive(policy, "img-src")).toContain("https://tiles.example.org");
  expect(policy.match(/tiles\.example\.org/g)).toHaveLength(2);
  expect(pagePolicy(site)).not.toContain("example.org");
});
