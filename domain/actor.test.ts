import { expect, test } from "vitest";
import { hasRole, ROLES, systemActor, VISITOR } from "@/domain/actor";

test.each([
  ["campaigner", [true, false, false, false]],
  ["trusted-campaigner", [true, true, false, false]],
  ["moderator", [true, true, true, false]],
  ["admin", [true, true, true, true]],
] as const)("%s holds its own role and every lower one", (role, expected) => {
  expect(ROLES.map((asked) => hasRole({ kind: "campaigner", id: "1", role }, asked))).toEqual(expected);
});

test("a visitor and a job of ours hold no role at all", () => {
  for (const role of ROLES) {
    expect(hasRole(VISITOR, role)).toBe(false);
    expect(hasRole(systemActor("starter-data"), role)).toBe(false);
  }
});
