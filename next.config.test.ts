import { expect, test } from "vitest";
import config from "./next.config.js";

test("the picture optimiser, which nothing of ours uses, is off: Next answers 404 at its address", () => {
  expect(config.images).toEqual({ unoptimized: true });
});

test("no framework says its name, and only what we set goes into a page", () => {
  expect(config.poweredByHeader).toBe(false);
  expect(config.serverExternalPackages).toContain("nodemailer");
});

test("the build has no source maps, which Node would keep in memory with every source", () => {
  expect(config.experimental?.turbopackSourceMaps).toBe(false);
});
