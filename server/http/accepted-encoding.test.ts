import { expect, test } from "vitest";
import { acceptedEncoding } from "./accepted-encoding";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br", "br"],
  ["GZIP", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.2, gzip;q=0.8", "gzip"],
  ["br;q=0.000", "identity"],
  ["*", "br"],
  ["*;q=0.5, br;q=0", "gzip"],
  ["deflate, zstd", "identity"],
  ["identity;q=0", "identity"],
  ["identity, *;q=0", "identity"],
  [", ;q=, =", "identity"],
])("who says %j is answered in %s", (accept, encoding) => {
  expect(acceptedEncoding({ "accept-encoding": accept })).toBe(encoding);
});
