import fc from "fast-check";
import { expect, it, test } from "vitest";
import { ageInDays, entryOfAddress, typeOfFolder } from "./complaint";

it.each([
  ["https://map.example/services/eye-care-at-x", { type: "service", slug: "eye-care-at-x" }],
  ["map.example/cy/places/yak-house?from=1#claims", { type: "place", slug: "yak-house" }],
  ["/counting/companies/providers/okapi-ltd/", { type: "provider", slug: "okapi-ltd" }],
  ["services/eye-care", { type: "service", slug: "eye-care" }],
  [
    " 0F8FAD5B-D9CB-469F-A165-70867728950E ",
    { type: "service", slug: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  ],
  ["/areas/constituency/carlisle", undefined],
  ["/providers", undefined],
  ["", undefined],
])("the address %j leads to its entry", (address, entry) => {
  expect(entryOfAddress(address)).toEqual(entry);
});

it.each(["constructor", "__proto__", "areas", ""])("%j is no folder of entries", (folder) => {
  expect(typeOfFolder(folder)).toBeUndefined();
});

test("an age is whole days and never below none", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ms) => {
      const days = ageInDays(new Date(0), new Date(ms));
      expect(days).toBe(Math.max(0, Math.floor(ms / 86_400_000)));
    }),
  );
});
