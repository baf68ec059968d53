import fc from "fast-check";
import { expect, it } from "vitest";
import { changesBetween } from "@/domain/reports/form-changes";

const form = fc.dictionary(
  fc.constantFrom("town", "status", "startedOn", "sources.0.says", "note"),
  fc.string(),
);

it("nothing changes between a form and itself, and what changes both ways is the same turned around", () => {
  fc.assert(
    fc.property(form, form, (one, other) => {
      expect(changesBetween(one, one)).toEqual([]);
      const turned = changesBetween(other, one).map(({ field, before, after }) => [field, after, before]);
      const there = changesBetween(one, other).map(({ field, before, after }) => [field, before, after]);
      expect(there.sort()).toEqual(turned.sort());
    }),
  );
});

it.each([
  ["town", "Leeds", "York", {}, { is: "text", text: "Leeds" }, { is: "text", text: "York" }],
  ["postcode", "", "CA2 7HY", {}, null, { is: "text", text: "CA2 7HY" }],
  ["startedOn", "2024-04", "", {}, { is: "date", date: "2024-04" }, null],
  [
    "status",
    "planned",
    "operating",
    {},
    { is: "status", key: "planned" },
    { is: "status", key: "operating" },
  ],
  ["naming", "named", "not-named", {}, { is: "naming", key: "named" }, { is: "naming", key: "not-named" }],
  ["sources.1.kind", "", "register", {}, null, { is: "source-kind", key: "register" }],
  [
    "proposed",
    "2019",
    "2020",
    { field: "ended-on" },
    { is: "date", date: "2019" },
    { is: "date", date: "2020" },
  ],
  ["proposed", "hospital", "", { field: "kind" }, { is: "place-kind", key: "hospital" }, null],
])("%s from “%s” to “%s” is said as what it is", (field, was, is, more, before, after) => {
  expect(changesBetween({ ...more, [field]: was }, { ...more, [field]: is })).toEqual([
    { field, before, after },
  ]);
});

it("an id of a record is not told", () => {
  expect(changesBetween({ placeId: "" }, { placeId: "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f" })).toEqual([]);
});
