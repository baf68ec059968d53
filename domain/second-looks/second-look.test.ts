import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AskedLook,
  type Colleague,
  SECOND_ACTS,
  seconders,
  secondRefusal,
} from "@/domain/second-looks/second-look";

const look = (act: AskedLook["act"], concerned: string[] = []): AskedLook => ({
  act,
  askedBy: "asker",
  concerned: new Set(concerned),
});
const admin = (id: string): Colleague => ({ id, role: "admin", called: null, hasPractised: false });
const moderator = (id: string, called: string | null = null, hasPractised = true): Colleague => ({
  id,
  role: "moderator",
  called,
  hasPractised,
});

test.each<[string, AskedLook, Colleague[], string[]]>([
  ["nobody else is there", look("grant"), [admin("asker")], []],
  ["another admin", look("grant"), [admin("asker"), admin("b"), moderator("c", "Cleo")], ["b"]],
  ["one admin: a moderator with a name", look("grant"), [moderator("c", "Cleo"), moderator("d")], ["c"]],
  ["a name alone is not enough", look("erase"), [moderator("c", "Cleo", false)], []],
  ["whom it concerns is no second", look("grant", ["b"]), [admin("b"), moderator("c", "Cleo")], ["c"]],
  ["an entry needs no name", look("restore"), [moderator("asker"), moderator("d")], ["d"]],
  ["an entry needs practice", look("withhold"), [admin("b"), moderator("d", null, false)], []],
  ["who made the entry is no second", look("withhold", ["d"]), [moderator("d"), moderator("e")], ["e"]],
])("who can be the second: %s", (_, asked, colleagues, able) => {
  expect(seconders(asked, colleagues)).toEqual(able);
});

test("who asked and whom it concerns are never the second, and whoever is refused is told why", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e");
  const colleague = fc.record({
    id,
    role: fc.constantFrom("moderator" as const, "admin" as const),
    called: fc.constantFrom(null, "Cleo"),
    hasPractised: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.record({ act: fc.constantFrom(...SECOND_ACTS), askedBy: id, concerned: fc.array(id) }),
      fc.uniqueArray(colleague, { selector: (one) => one.id }),
      ({ concerned, ...rest }, colleagues) => {
        const asked = { ...rest, concerned: new Set(concerned) };
        const able = seconders(asked, colleagues);
        expect(able).not.toContain(asked.askedBy);
        for (const one of concerned) expect(able).not.toContain(one);
        for (const { id: who } of colleagues)
          expect(secondRefusal(who, asked, able) === null).toBe(able.includes(who));
      },
    ),
  );
});
