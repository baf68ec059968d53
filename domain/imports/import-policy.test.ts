import { expect, test } from "vitest";
import type { AnyActor } from "@/domain/actor";
import { VISITOR } from "@/domain/actor";
import { type ImportMove, importRefusal } from "./import-policy";

const person = (id: string, role: "campaigner" | "moderator" | "admin"): AnyActor => ({
  kind: "campaigner",
  id,
  role,
});
const anna = person("anna", "admin");
const bert = person("bert", "moderator");
const cleo = person("cleo", "admin");

test.each<[ImportMove, string, AnyActor, string | null]>([
  ["submit", "previewed", anna, null],
  ["submit", "previewed", cleo, "not-importer"],
  ["submit", "previewed", bert, "not-admin"],
  ["submit", "submitted", anna, "wrong-state"],
  ["repair", "previewed", anna, null],
  ["repair", "approved", anna, "wrong-state"],
  ["approve", "submitted", anna, "own-import"],
  ["approve", "submitted", bert, null],
  ["approve", "submitted", cleo, null],
  ["approve", "previewed", bert, "wrong-state"],
  ["approve", "submitted", person("dora", "campaigner"), "not-moderator"],
  ["approve", "submitted", VISITOR, "sign-in"],
  ["refuse", "previewed", anna, null],
  ["refuse", "submitted", bert, null],
  ["refuse", "approved", bert, "wrong-state"],
  ["undo", "approved", anna, null],
  ["undo", "approved", bert, "not-admin"],
  ["undo", "undone", anna, "wrong-state"],
])("%s of an import that is %s", (move, state, actor, refusal) => {
  const facts = { state: state as "previewed", importedBy: "anna", format: "campaign-list" };
  expect(importRefusal(facts, move, actor)).toBe(refusal);
  // What the project ships is nobody's to move.
  if (refusal === null) expect(importRefusal({ ...facts, format: null }, move, actor)).toBe("shipped");
});

test.each<[string, ImportMove, string | null]>([
  ["campaign-list", "map", null],
  ["campaign-list", "repair", null],
  ["waiting-times", "map", "not-a-list"],
  ["waiting-times", "repair", null],
  ["gp-payments", "map", "not-a-list"],
  ["gp-payments", "repair", "not-a-list"],
  ["gp-practices", "map", "not-a-list"],
  ["gp-practices", "repair", "not-a-list"],
])(
  "%s: the columns of a list are its importer's to choose, those of a publisher's file are not (%s)",
  (format, move, refusal) => {
    expect(importRefusal({ state: "previewed", importedBy: "anna", format }, move, anna)).toBe(refusal);
  },
);
