import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { browserCandidates } from "./find-browser.mjs";

test("CHROMIUM_PATH comes first and is named", () => {
  const [first] = browserCandidates({ CHROMIUM_PATH: "/opt/chromium", PATH: "/usr/bin" });
  expect(first).toEqual({ path: "/opt/chromium", from: "CHROMIUM_PATH" });
});

test("Chromium in any folder of the path comes before Chrome", () => {
  const paths = browserCandidates({ PATH: ["/usr/bin", "/snap/bin"].join(delimiter) }).map(
    ({ path }) => path,
  );
  expect(paths.indexOf("/snap/bin/chromium")).toBeLessThan(paths.indexOf("/usr/bin/google-chrome"));
  expect(paths.indexOf("/usr/bin/chromium-headless-shell")).toBe(0);
  expect(paths.indexOf("/usr/bin/chromium")).toBeLessThan(paths.indexOf("/usr/bin/google-chrome"));
});
