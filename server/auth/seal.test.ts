import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seal, unseal } from "./seal";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test("what was sealed is opened, for its purpose alone, and never twice the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const sealed = seal("second-factor", text);
      expect(unseal("second-factor", sealed)).toBe(text);
      expect(unseal("sign-in-address", sealed)).toBeNull();
      expect(seal("second-factor", text)).not.toBe(sealed);
    }),
  );
});

test("whatever was changed, cut or made up is not opened", () => {
  const sealed = seal("second-factor", "someone@example.org");
  const bytes = Buffer.from(sealed, "base64url");
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(unseal("second-factor", changed.toString("base64url"))).toBeNull();
    expect(unseal("second-factor", bytes.subarray(0, index).toString("base64url"))).toBeNull();
  }
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of this test, as long");
  expect(unseal("second-factor", sealed)).toBeNull();
});
