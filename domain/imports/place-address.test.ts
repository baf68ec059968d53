import { expect, test } from "vitest";
import type { KnownPlace } from "./match";
import { addressChange, addressProblem } from "./place-address";

const place = (given: Partial<KnownPlace>) =>
  ({
    lines: "",
    town: "Carlisle",
    postcode: "",
    lat: 54.89,
    lon: -2.93,
    precision: "town",
    ...given,
  }) as KnownPlace;
const row = (given = {}) => ({
  address: "",
  town: "Carlisle",
  postcode: "CA3 0LJ",
  lat: null,
  lon: null,
  ...given,
});
const EXACT = { postcode: "CA3 0LJ", precision: "postcode" } as const;

test("an exact address is added to a place that is known to its town, or not placed at all", () => {
  expect(addressChange(row({ address: "1 Road" }), place({}))).toEqual({
    field: "address",
    kind: "changes",
    from: "Carlisle",
    to: "1 Road, Carlisle, CA3 0LJ",
  });
  const street = addressChange(row({ town: "" }), place({ lines: "Port Road" }));
  expect(street).toMatchObject({ from: "Port Road, Carlisle", to: "Port Road, Carlisle, CA3 0LJ" });
  const nowhere = place({ town: "", lat: null, lon: null, precision: null });
  expect(addressChange(row({ town: "", postcode: "", lat: 54.9, lon: -2.9 }), nowhere)).toMatchObject({
    kind: "sets",
    from: null,
    to: "54.9, -2.9",
  });
});

test("a town alone adds nothing, and an exact address of ours stays", () => {
  expect(addressChange(row({ postcode: "" }), place({}))).toBeNull();
  expect(addressChange(row({ postcode: "CA1 1QS" }), place(EXACT))).toBeNull();
});

test.each([
  ["another postcode", row({ postcode: "CA1 1QS" }), "postcode"],
  ["a point that is far", row({ postcode: "", lat: 54.95, lon: -2.8 }), "latitude"],
  ["the same postcode", row(), null],
  ["a point that is near", row({ lat: 54.891, lon: -2.931 }), null],
  ["a town alone", row({ postcode: "", town: "Kendal" }), null],
])("beside an exact address of ours: %s", (_, given, column) => {
  expect(addressProblem(given, place(EXACT))?.column ?? null).toBe(column);
});
