import { expect, it } from "vitest";
import { LIST_ORDERS, pickRows, type RowFacts } from "./pick-rows";

const row = (name: string, given: Partial<RowFacts> = {}): RowFacts => ({
  kind: "eye-care",
  town: "",
  name,
  provider: "",
  confirmed: "",
  text: name,
  ...given,
});
const ROWS = [
  row("Zeal", { town: "Ascot", confirmed: "2024-04", provider: "Optegra" }),
  row("Alpha", { confirmed: "2026-04", provider: "Newmedica", text: "Alpha Ynys Môn Newmedica" }),
  row("Mid", { town: "Brighton", kind: "hearing", provider: "SpaMedica" }),
];
const names = (asked: Partial<Parameters<typeof pickRows>[1]>) =>
  pickRows(ROWS, { text: "", kind: "", order: "kind", ...asked }).map(({ name }) => name);

it("finds what has every word, whatever its accents and capitals", () => {
  expect(names({ text: "  MON alpha " })).toEqual(["Alpha"]);
  expect(names({ text: "alpha zeal" })).toEqual([]);
  expect(names({ kind: "hearing" })).toEqual(["Mid"]);
});

it.each([
  ["kind", ["Zeal", "Alpha", "Mid"]],
  ["town", ["Zeal", "Mid", "Alpha"]],
  ["name", ["Alpha", "Mid", "Zeal"]],
  ["provider", ["Alpha", "Zeal", "Mid"]],
  ["confirmed", ["Alpha", "Zeal", "Mid"]],
] as const)("puts them by %s, and what has none last", (order, sorted) => {
  expect(LIST_ORDERS).toContain(order);
  expect(names({ order })).toEqual(sorted);
});
