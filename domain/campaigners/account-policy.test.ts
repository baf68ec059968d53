import { describe, expect, it } from "vitest";
import { type AnyActor, ROLES, systemActor, VISITOR } from "@/domain/actor";
import {
  ACCOUNT_MOVES,
  type AccountFacts,
  type AccountMove,
  accountRefusal,
} from "@/domain/campaigners/account-policy";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";

const facts = (given: Partial<AccountFacts> = {}): AccountFacts => ({
  id: "them",
  role: "campaigner",
  isSuspended: false,
  isErased: false,
  admins: 2,
  ...given,
});
const ready = (move: AccountMove) => facts({ isSuspended: move === "restore" });
const commandLine = systemActor(COMMAND_LINE);

describe.each(ACCOUNT_MOVES)("%s", (move) => {
  const isOwn = move === "export" || move === "erase";
  const notAllowed = move === "erase-agreed" ? "not-moderator" : "not-admin";

  it.each(ROLES)("by a %s to somebody else", (role) => {
    const actor: AnyActor = { kind: "campaigner", id: "me", role };
    const needed = move === "erase-agreed" ? ["moderator", "admin"] : ["admin"];
    const expected = isOwn ? "not-yours" : needed.includes(role) ? null : notAllowed;
    expect(accountRefusal(actor, move, ready(move))).toBe(expected);
  });

  it("by the command line, by a visitor and by another job", () => {
    expect(accountRefusal(commandLine, move, ready(move))).toBeNull();
    const refused = isOwn ? "not-yours" : notAllowed;
    expect(accountRefusal(VISITOR, move, ready(move))).toBe(refused);
    expect(accountRefusal(systemActor("starter"), move, ready(move))).toBe(refused);
  });

  it("never to somebody who was erased", () => {
    expect(accountRefusal(commandLine, move, facts({ isErased: true, isSuspended: true }))).toBe("erased");
  });

  it("never so that no admin is left, whoever asks", () => {
    const last = facts({ role: "admin", admins: 1, isSuspended: move === "restore" });
    const ends = ["suspend", "erase", "ask-erasure", "erase-agreed"].includes(move);
    expect(accountRefusal(commandLine, move, last)).toBe(ends ? "last-admin" : null);
  });
});

describe("oneself", () => {
  const me: AnyActor = { kind: "campaigner", id: "them", role: "admin" };

  it("nobody suspends themselves; everybody takes and erases what is theirs", () => {
    expect(accountRefusal(me, "suspend", facts({ role: "admin" }))).toBe("own-account");
    for (const move of ["ask-erasure", "erase-agreed"] as const)
      expect(accountRefusal(me, move, facts({ role: "admin" }))).toBe("own-account");
    expect(accountRefusal(me, "erase", facts({ role: "admin" }))).toBeNull();
    expect(accountRefusal(me, "export", facts({ role: "admin", admins: 1 }))).toBeNull();
  });

  it("nobody takes or erases before they gave the code of their authenticator app", () => {
    const half: AnyActor = { ...me, role: "trusted-campaigner", withheld: "admin" };
    for (const move of ["export", "erase"] as const)
      expect(accountRefusal(half, move, facts({ role: "admin" }))).toBe("second-factor");
  });

  it("a suspension is not made twice, nor lifted where there is none", () => {
    const admin: AnyActor = { kind: "campaigner", id: "me", role: "admin" };
    expect(accountRefusal(admin, "suspend", facts({ isSuspended: true }))).toBe("already-suspended");
    expect(accountRefusal(admin, "restore", facts())).toBe("not-suspended");
  });
});
