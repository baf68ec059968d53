import { expect, test } from "vitest";
import { mapRedirect } from "./map-redirects";

test.each([
  ["/map?q=CA2+7HY", "/map?refused=postcode"],
  ["/map?care=eye-care&q=ca27hy&provider=&sort=near", "/map?care=eye-care&refused=postcode"],
  ["/cy/map?q=CA2%207HY&at=9/54.9/-2.9", "/cy/map?at=9/54.9/-2.9&refused=postcode"],
  ["/counting/charity/map?q=clinic%20CA2%207HY", "/counting/charity/map?refused=postcode"],
])("%s is sent on to %s", (url, location) => {
  expect(mapRedirect(url)).toBe(location);
  expect(mapRedirect(location)).toBeUndefined();
});

test.each([
  "/map",
  "/map?q=eye+clinic",
  "/map?refused=postcode",
  "/search?q=CA2+7HY",
  "/embed?q=CA2+7HY",
  "//map?q=CA2+7HY",
  "/map/x?q=CA2+7HY",
])("%s stays", (url) => expect(mapRedirect(url)).toBeUndefined());
