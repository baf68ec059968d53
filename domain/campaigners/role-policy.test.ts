import { describe, expect, it } from "vitest";
import { type AnyActor, ROLES, type Role, systemActor, VISITOR } from "@/domain/actor";
import { COMMAND_LINE, roleRefusal } from "./role-policy";

const campaigner = (role: Role): AnyActor => ({ kind: "campaigner", id: "a", role });
const facts = (current: Role, wanted: Role, admins = 2) => ({ current, wanted, erased: false, admins });

describe("who may change roles", () => {
  it.each<[string, AnyActor, boolean]>([
    ["a visitor", VISITOR, false],
    ["a campaigner", campaigner("campaigner"), false],
    ["a trusted campaigner", campaigner("trusted-campaigner"), false],
    ["a moderator", campaigner("moderator"), false],
    ["an admin", campaigner("admin"), true],
    ["the command line", systemActor(COMMAND_LINE), true],
    ["another job", systemActor("starter-data"), false],
  ])("%s: every change is %s", (_, actor, allowed) => {
    for (const current of ROLES) {
      for (const wanted of ROLES) {
        expect(roleRefusal(actor, facts(current, wanted)), `${current} to ${wanted}`).toBe(
          allowed ? null : "not-admin",
        );
      }
    }
  });
});

it("keeps the last admin", () => {
  const admin = campaigner("admin");
  expect(roleRefusal(admin, facts("admin", "moderator", 1))).toBe("last-admin");
  expect(roleRefusal(systemActor(COMMAND_LINE), facts("admin", "campaigner", 1))).toBe("last-admin");
  expect(roleRefusal(admin, facts("admin", "admin", 1))).toBeNull();
  expect(roleRefusal(admin, facts("moderator", "admin", 1))).toBeNull();
});

it("gives nothing to an erased campaigner", () => {
  const erased = { ...facts("campaigner", "moderator"), erased: true };
  expect(roleRefusal(campaigner("admin"), erased)).toBe("erased");
});
