import { expect, test } from "vitest";
import { type Lead, leadsByBoard } from "./lead";

const lead = (code: string, board: string | null): Lead => ({
  code,
  name: code,
  place: { slug: code, name: code, nameCy: null },
  constituency: null,
  board: board === null ? null : { slug: board, name: board, nameCy: null },
});

test("leads stand under their boards by name, those without one last, and none is lost", () => {
  const groups = leadsByBoard([
    lead("1", "Yonder"),
    lead("2", null),
    lead("3", "Anywhere"),
    lead("4", "Yonder"),
  ]);
  expect(groups.map(({ board, leads }) => [board?.name, leads.map(({ code }) => code)])).toEqual([
    ["Anywhere", ["3"]],
    ["Yonder", ["1", "4"]],
    [undefined, ["2"]],
  ]);
});
