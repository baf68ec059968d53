import { expect, it } from "vitest";
import { formatPostcode } from "@/domain/reports/postcode-text";

it.each([
  ["ca27hy", "CA2 7HY"],
  [" CA2  7hy ", "CA2 7HY"],
  ["ec1a1bb", "EC1A 1BB"],
  ["CA2", "CA2"],
  ["", ""],
  ["somewhere in Carlisle", "somewher"],
])("%j is compared as %j", (typed, stored) => {
  expect(formatPostcode(typed)).toBe(stored);
});
