/**
 * Mutation testing: changes are planted in the code one at a time, and a test has to fail for each (docs/testing.md).
 * `npm run mutants -- <folder>`; not part of `npm test`.
 * @type {import("@stryker-mutator/core").PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.config.mts" },
  coverageAnalysis: "perTest",
  mutator: { excludedMutations: ["StringLiteral"] },
  ignorePatterns: [".next", ".data", "e2e", "bench", "test-results", "playwright-report"],
  incremental: true,
  tempDirName: ".data/mutants/sandbox",
  reporters: ["clear-text"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  concurrency: 1,
};
