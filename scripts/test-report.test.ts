import { expect, test } from "vitest";
import { closingLine, honest, playwrightCounts, vitestCounts } from "./test-report.mjs";

test("a test file that cannot be loaded is a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  };
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("a flaky browser test is a failure, and so is an error outside any test", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

test("a runner that ends badly without saying why counts as one failure", () => {
  expect(honest({ passed: 9, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(honest({ passed: 9, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(honest({ passed: 9, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test("the closing line", () => {
  const one = { passed: 2, failed: 1, skipped: 0 };
  expect(closingLine([one, one])).toBe("4 passed, 2 failed");
  expect(closingLine([one, { passed: 0, failed: 0, skipped: 3 }])).toBe("2 passed, 1 failed, 3 skipped");
});
