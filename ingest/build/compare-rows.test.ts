import { expect, it } from "vitest";
import { changedRows } from "./compare-rows";

const keyOf = ({ code }: { code: string }) => code;
const row = (code: string, name = code) => ({ code, name });

it("says what is new, gone and changed, with the first few of each", () => {
  const before = [row("A"), row("B"), row("C")];
  const after = [row("A"), row("B", "Bee"), row("D"), row("E"), row("F"), row("G")];
  expect(changedRows(before, after, keyOf, "areas")).toEqual([
    "4 new areas, such as D; E; F",
    "1 gone areas, such as C",
    "1 changed areas, such as B",
  ]);
});

it("says so when nothing changed, and when there was nothing before", () => {
  const same = ["0 new areas", "0 gone areas", "0 changed areas"];
  expect(changedRows([row("A")], [row("A")], keyOf, "areas")).toEqual(same);
  expect(changedRows(null, [row("A")], keyOf, "areas")).toEqual([
    "no table of areas was there before to compare with",
  ]);
});
