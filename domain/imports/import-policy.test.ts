import { expect, test } from "vitest";
import type { AnyActor } from "@/domain/actor";
import { VISITOR } from "@/domain/actor";
import { type ImportMove, type ImportQuestions, importRefusal } from "./import-policy";

const person = (id: string, role: "campaigner" | "moderator" | "admin"): AnyActor => ({
  kind: "campaigner",
  id,
  role,
});
const anna = person("anna", "admin");
const bert = person("bert", "moderator");
const cleo = person("cleo", "admin");

/** Has practised, and decides everywhere. */
const ANY = { hasPractised: true, isLimitedToAreas: false };
const ALL: ImportQuestions = { columns: true, source: true, rows: true };
const NONE: ImportQuestions = { columns: false, source: false, rows: false };

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
  const facts = { state: state as "previewed", importedBy: "anna", asks: ALL };
  expect(importRefusal(facts, move, actor, ANY)).toBe(refusal);
  // What the project ships is nobody's to move.
  if (refusal === null) expect(importRefusal({ ...facts, asks: null }, move, actor, ANY)).toBe("shipped");
});

test.each<[string, ImportQuestions, ImportMove, string | null]>([
  ["all", ALL, "map", null],
  ["all", ALL, "repair", null],
  ["rows only", { ...NONE, rows: true }, "map", "not-a-list"],
  ["rows only", { ...NONE, rows: true }, "repair", null],
  ["nothing", NONE, "map", "not-a-list"],
  ["nothing", NONE, "repair", "not-a-list"],
])("a format asks %s: its importer answers that, and nothing else", (_, asks, move, refusal) => {
  expect(importRefusal({ state: "previewed", importedBy: "anna", asks }, move, anna, ANY)).toBe(refusal);
});

const NOW = new Date("2026-11-30T12:00:00Z");
const soon = new Date("2026-11-30T12:00:01Z");

test.each<[ImportMove, string | null, Date | null, AnyActor, string | null]>([
  ["hold", null, null, bert, null],
  ["hold", null, null, anna, "own-import"],
  ["hold", "bert", soon, bert, "already-holder"],
  ["hold", "bert", soon, cleo, "held"],
  ["hold", "bert", NOW, cleo, null],
  ["renew", "bert", soon, bert, null],
  ["renew", "bert", soon, cleo, "not-holder"],
  ["renew", "bert", NOW, bert, "not-holder"],
  ["release", "bert", soon, bert, null],
  ["take-over", "bert", soon, cleo, null],
  ["take-over", "bert", soon, bert, "already-holder"],
  ["take-over", "bert", NOW, cleo, "not-holder"],
  ["take-over", "bert", soon, anna, "own-import"],
  ["approve", "bert", soon, bert, null],
  ["approve", "bert", soon, cleo, "held"],
  ["approve", "bert", NOW, cleo, null],
  ["approve", "bert", soon, anna, "own-import"],
  ["discard", "bert", soon, cleo, "held"],
  ["refuse", "bert", soon, anna, "held"],
  ["refuse", "bert", NOW, anna, null],
])("%s of an import that %s holds until %s", (move, heldBy, holdExpiresAt, actor, refusal) => {
  const facts = { state: "submitted" as const, importedBy: "anna", asks: ALL, heldBy, holdExpiresAt };
  expect(importRefusal(facts, move, actor, ANY, NOW)).toBe(refusal);
});

test.each<[ImportMove, boolean, boolean, string | null]>([
  ["hold", false, false, "practise-first"],
  ["take-over", false, false, "practise-first"],
  ["approve", false, false, "practise-first"],
  ["discard", false, false, "practise-first"],
  ["hold", true, true, "outside-areas"],
  ["take-over", true, true, "outside-areas"],
  ["approve", true, true, "outside-areas"],
  ["discard", true, true, "outside-areas"],
  ["release", false, true, null],
  ["refuse", false, true, null],
])(
  "%s by a moderator who has practised (%s) and is limited to areas (%s)",
  (move, hasPractised, isLimitedToAreas, refusal) => {
    const heldBy = move === "take-over" ? "cleo" : "bert";
    const facts = { state: "submitted" as const, importedBy: "anna", asks: ALL, heldBy, holdExpiresAt: soon };
    const free = move === "hold" ? { ...facts, heldBy: null, holdExpiresAt: null } : facts;
    expect(importRefusal(free, move, bert, { hasPractised, isLimitedToAreas }, NOW)).toBe(refusal);
    expect(importRefusal(free, move, bert, ANY, NOW)).toBe(null);
  },
);
