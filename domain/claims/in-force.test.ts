import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim } from "@/domain/claims/claim";
import { claimsInForce, inForce } from "@/domain/claims/in-force";

const claim = (given: Partial<Claim>): Claim => ({
  id: "a",
  recordType: "place",
  recordId: "r",
  field: "name",
  value: "A",
  validFrom: null,
  validTo: null,
  sourceId: "s",
  says: "",
  confirmedOn: "2024-04-01",
  recordedAt: new Date("2026-01-01"),
  supersededBy: null,
  ...given,
});

test("the later confirmed wins, whenever it was recorded", () => {
  const older = claim({
    id: "a",
    value: "Old",
    confirmedOn: "2024-04-01",
    recordedAt: new Date("2026-05-01"),
  });
  const newer = claim({
    id: "b",
    value: "New",
    confirmedOn: "2025-09-01",
    recordedAt: new Date("2026-01-01"),
  });
  expect(inForce([older, newer], "place", "name")?.value).toBe("New");
});

test("of the same day the later recorded wins, then the id", () => {
  const first = claim({ id: "z", recordedAt: new Date("2026-01-01") });
  const second = claim({ id: "b", recordedAt: new Date("2026-01-02") });
  expect(inForce([second, first], "place", "name")?.id).toBe("b");
  expect(inForce([claim({ id: "b" }), claim({ id: "c" })], "place", "name")?.id).toBe("c");
});

test("a field that holds several keeps one per value: an address by its key, an identifier by scheme and code", () => {
  const address = (id: string, key: string, town: string, confirmedOn: string) =>
    claim({ id, field: "address", value: { key, town }, confirmedOn });
  const held = claimsInForce([
    address("a", "main", "Carlisle", "2024-01-01"),
    address("b", "main", "Longtown", "2025-01-01"),
    address("c", "branch", "Brampton", "2020-01-01"),
    claim({ id: "d", field: "identifier", value: { scheme: "ods-site", code: "RNN62", to: null } }),
    claim({ id: "e", field: "identifier", value: { scheme: "ods-organisation", code: "RNN62", to: null } }),
  ]);
  expect(held.map(({ id }) => id).sort()).toEqual(["b", "c", "d", "e"]);
});

test("nothing is in force of nothing", () => {
  expect(claimsInForce([])).toEqual([]);
  expect(inForce([], "place", "name")).toBeUndefined();
});

const day = fc.constantFrom("2023-08-01", "2024-04-01", "2025-09-01");
const someClaim = fc
  .record({
    field: fc.constantFrom("name", "kind", "address", "identifier"),
    confirmedOn: day,
    recordedAt: fc.constantFrom(new Date("2026-01-01"), new Date("2026-01-02")),
    supersededBy: fc.constantFrom(null, null, "x"),
    value: fc.constantFrom({ key: "main", code: "1", scheme: "a" }, { key: "two", code: "2", scheme: "a" }),
  })
  .map((given) => claim(given));
const someClaims = fc
  .array(someClaim, { maxLength: 12 })
  .map((list) => list.map((one, index) => ({ ...one, id: `id-${index}` })));

test("the order of the claims never changes the answer", () => {
  fc.assert(
    fc.property(
      someClaims.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const ids = (claims: Claim[]) => claims.map(({ id }) => id).sort();
        expect(ids(claimsInForce(shuffled))).toEqual(ids(claimsInForce(list)));
      },
    ),
  );
});

test("what was superseded is never in force, and every field that has another claim has one in force", () => {
  fc.assert(
    fc.property(someClaims, (list) => {
      const held = claimsInForce(list);
      expect(held.every(({ supersededBy }) => supersededBy === null)).toBe(true);
      const fields = (claims: Claim[]) => new Set(claims.map(({ field }) => field));
      expect(fields(held)).toEqual(fields(list.filter(({ supersededBy }) => supersededBy === null)));
    }),
  );
});

test("what is in force stays so when the others are gone", () => {
  fc.assert(
    fc.property(someClaims, (list) => {
      const held = claimsInForce(list);
      expect(claimsInForce(held)).toEqual(held);
    }),
  );
});

test("areas, contracts and specialties are kept once each, the freshest source of it", () => {
  const of = (id: string, field: Claim["field"], value: unknown, confirmedOn = "2024-04-01") =>
    claim({ id, recordType: "service", field, value, confirmedOn });
  const held = claimsInForce([
    of("a", "serves-area", { areaId: "carlisle" }),
    of("b", "serves-area", { areaId: "carlisle" }, "2025-04-01"),
    of("c", "serves-area", { areaId: "penrith" }),
    of("d", "contract", { contractId: "k" }),
    of("e", "specialty", "Eyes"),
    of("f", "specialty", "Ears"),
    of("g", "specialty", "Eyes", "2025-04-01"),
  ]);
  expect(held.map(({ id }) => id).sort()).toEqual(["b", "c", "d", "f", "g"]);
});

test("a claim about another kind of record, or of another field, is no answer", () => {
  expect(inForce([claim({ field: "kind" })], "place", "name")).toBeUndefined();
  expect(inForce([claim({})], "provider", "name")).toBeUndefined();
});
