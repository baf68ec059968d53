import fc from "fast-check";
import { expect, it } from "vitest";
import { differenceOf, withInserted } from "./difference";

type One = { id: number; says: string };
const byId = (a: One, b: One) => a.id - b.id;
const list = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 12 }), says: fc.constantFrom("a", "b") }), {
    selector: ({ id }) => id,
  })
  .map((made) => made.sort(byId));
const pick = (of: readonly One[], at: readonly number[]) => at.flatMap((index) => of[index] ?? []);

it("names what is gone and what is new, and nothing that stayed", () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const same = (one: One, other: One) => one.says === other.says;
      const { gone, fresh } = differenceOf(before, after, byId, same);
      const has = (of: readonly One[], { id, says }: One) =>
        of.some((one) => one.id === id && one.says === says);
      expect(pick(before, gone)).toEqual(before.filter((one) => !has(after, one)));
      expect(pick(after, fresh)).toEqual(after.filter((one) => !has(before, one)));
    }),
  );
});

it("takes only the very same item for the same where nobody says otherwise, and never looks into that", () => {
  const [one, two] = [
    { id: 1, says: "a" },
    { id: 2, says: "a" },
  ] as const;
  const never = () => {
    throw new Error("looked into");
  };
  expect(differenceOf([one, two], [one, two], never)).toEqual({ gone: [], fresh: [] });
  expect(differenceOf([one, two], [one, { ...two }], byId)).toEqual({ gone: [1], fresh: [1] });
});

it("puts what is new where sorting everything would", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.array(fc.integer({ min: 0, max: 9 })),
      (some, more) => {
        const order = (a: number, b: number) => a - b;
        expect(withInserted([...some].sort(order), more, order)).toEqual([...some, ...more].sort(order));
      },
    ),
  );
});
