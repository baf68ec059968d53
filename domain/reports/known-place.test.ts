import { expect, test } from "vitest";
import { typedOtherThan } from "@/domain/reports/known-place";

const known = { name: "Castle Clinic", town: "Carlisle", postcode: "CA2 7HY" };
const typed = { placeName: "Castle Clinic", addressLines: "", town: "Carlisle", postcode: "CA2 7HY" };

test.each([
  {},
  { placeName: " castle  CLINIC" },
  { town: "", postcode: "" },
  { town: "carlisle", postcode: "ca27hy" },
])("%j is the place we know", (given) => {
  expect(typedOtherThan(known, { ...typed, ...given })).toBeNull();
});

test.each([
  [{ placeName: "Castle Surgery" }, "Castle Surgery, Carlisle, CA2 7HY"],
  [{ addressLines: "2 High Street" }, "Castle Clinic, 2 High Street, Carlisle, CA2 7HY"],
  [{ town: "Penrith" }, "Castle Clinic, Penrith, CA2 7HY"],
  [{ town: "", postcode: "CA1 1EB" }, "Castle Clinic, CA1 1EB"],
])("%j may be another", (given, said) => {
  expect(typedOtherThan(known, { ...typed, ...given })).toBe(said);
});
