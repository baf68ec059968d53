/**
 * Mutation testing (docs/testing.md): changes are planted in the code one at a time, and a test has to fail for each. Run
 * by `npm run mutants -- <folder>`, which names the files; no part of `npm test`.
 */
export default {
  testRunner: "vitest",
  // Which tests may notice is known already: looking through all imports for every change again would take most of the time.
  vitest: { configFile: "vitest.mutants.config.mts", related: false },
  coverageAnalysis: "perTest",
  // Words are for readers; and what is worked out once, when a file is loaded, needs all tests again for each change.
  mutator: { excludedMutations: ["StringLiteral"] },
  ignoreStatic: true,
  incremental: true,
  ignorePatterns: [".next", ".data", "e2e", "bench", "test-results", "playwright-report"],
  tempDirName: ".data/mutants/sandbox",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  // The machine may be busy with other things: slow is not an endless loop.
  timeoutMS: 20_000,
  concurrency: 1,
};
