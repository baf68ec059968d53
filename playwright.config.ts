import { defineConfig, devices } from "@playwright/test";
import { LAUNCH } from "./scripts/launch-options";

/**
 * Browser journeys against the production build, which e2e/global-setup.ts starts with a database of its own.
 * CHROMIUM_PATH is found by scripts/test.mjs; without it Playwright's own Chromium is used.
 */
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

const ALONE = /frozen-database\.spec\.ts$/;

export default defineConfig({
  testDir: "./e2e",
  globalSetup: "./e2e/global-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  // Software WebGL and a production build on two cores: slow is not wrong.
  expect: { timeout: 15_000 },
  projects: [
    { name: "journeys", testIgnore: ALONE },
    // A deadline is measured in seconds: nothing else runs meanwhile.
    { name: "alone", testMatch: ALONE, dependencies: ["journeys"] },
  ],
  reporter: report ? [["dot"], ["json", { outputFile: report }]] : "list",
  use: {
    ...devices["Desktop Chrome"],
    ...(process.env.E2E_ORIGIN ? { baseURL: process.env.E2E_ORIGIN } : {}),
    locale: "en-GB",
    screenshot: "only-on-failure",
    launchOptions: LAUNCH,
  },
});
