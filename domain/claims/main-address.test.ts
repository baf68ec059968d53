import { expect, it } from "vitest";
import { mainAddresses } from "./main-address";
import { recordedClaim } from "./testing";

const address = (id: string, key: string, given = {}) =>
  recordedClaim({
    id,
    recordType: "place",
    field: "address",
    value: { key, lines: "", town: id, postcode: "", lon: null, lat: null, precision: null },
    ...given,
  });

it("has every main address that is said and not replaced, in the order given, each with its town", () => {
  const claims = [
    address("Carlisle", "main"),
    address("Dalston", "branch"),
    address("Longtown", "main", { supersededBy: "Brampton" }),
    recordedClaim({ id: "name" }),
    address("Brampton", "main"),
  ];
  expect(mainAddresses(claims).map(({ id, value }) => [id, value.town])).toEqual([
    ["Carlisle", "Carlisle"],
    ["Brampton", "Brampton"],
  ]);
});

it("reads no address that could not have been stored", () => {
  expect(() => mainAddresses([address("a", "main", { value: { key: "main" } })])).toThrow();
});
