import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { KEPT_FOR_VISITORS } from "@/domain/forms/kept-text";
import { keptOwner } from "@/server/auth/kept-owner";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
});

const campaigner = (id: string) => keptOwner({ kind: "campaigner", id, role: "campaigner" });

test("an account has the same tag in every session, no other account has it, and visitors have their own", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      fc.pre(one !== other);
      expect(campaigner(one)).toBe(campaigner(one));
      expect(campaigner(one)).not.toBe(campaigner(other));
      expect(campaigner(one)).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
  expect(keptOwner({ kind: "visitor", id: null, role: "visitor" })).toBe(KEPT_FOR_VISITORS);
});

test("the tag says nothing about the account, and cannot be worked out from its id", () => {
  const id = "5f1f8f8e-1111-4111-8111-111111111111";
  const before = campaigner(id);
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of this test, as long");
  expect(campaigner(id)).not.toBe(before);
});
