import { expect, test } from "vitest";
import { type EntryShown, type ShownIn, shownChanges } from "@/domain/records/brake-move";

const service = (name: string | null, ...where: ShownIn[]): EntryShown => ({
  type: "service",
  name,
  in: where,
});

test("what goes, what comes and what is shown elsewhere, and nothing of what stays", () => {
  const before = new Map([
    ["a", service("Stays", "page", "lists")],
    ["b", service("Goes", "page", "map")],
    ["c", service("Loses its mark", "page", "map")],
  ]);
  const after = new Map([
    ["a", service("Stays", "lists", "page")],
    ["c", service("Loses its mark", "page")],
    ["d", service("Comes", "page")],
  ]);
  expect(shownChanges(before, after)).toEqual([
    { key: "b", before: service("Goes", "page", "map"), after: null },
    {
      key: "c",
      before: service("Loses its mark", "page", "map"),
      after: service("Loses its mark", "page"),
    },
    { key: "d", before: null, after: service("Comes", "page") },
  ]);
  expect(shownChanges(before, before)).toEqual([]);
});

test("one that is shown without its name is told apart by its key", () => {
  const before = new Map([["a", service("A name", "lists", "page")]]);
  const after = new Map([["a", service(null, "lists")]]);
  expect(shownChanges(before, after)).toMatchObject([{ key: "a", after: { name: null } }]);
});
