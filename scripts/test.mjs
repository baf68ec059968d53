import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChecks } from "./checks.mjs";
import { findBrowser } from "./find-browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run-program.mjs";
import { closingLine, honest, playwrightCounts, vitestCounts } from "./test-report.mjs";

/**
 * `npm test`: the static checks, then unit and integration tests on a real PostgreSQL, then browser journeys in a
 * real Chromium against the production build. Works in a fresh clone. The last line is "N passed, N failed".
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, ".data", "test-reports");

/** Runs one runner that leaves a JSON report, and counts it. */
async function suite(name, args, env, count) {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const started = performance.now();
  console.log(`\n${name} tests`);
  const { code } = await runNode(args(report), { cwd: root, env: env(report), show: true });
  const counts = existsSync(report)
    ? honest(count(JSON.parse(readFileSync(report, "utf8"))), code)
    : { passed: 0, failed: 1, skipped: 0 };
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name} tests: ${closingLine([counts])} (${seconds} s)`);
  return counts;
}

async function main() {
  mkdirSync(reports, { recursive: true });
  ensureInstalled(root);
  const browser = findBrowser(root);
  console.log(`Browser: ${browser.path} (from ${browser.from})`);

  console.log("\nstatic checks");
  const all = [await runChecks(root)];
  all.push(
    await suite(
      "vitest",
      (report) => [
        join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--reporter=dot",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      // A dot in colour is eleven signs: 60 kB of a log that nobody reads in colour.
      () => ({ NODE_ENV: "test", ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }) }),
      vitestCounts,
    ),
  );
  all.push(
    await suite(
      "browser",
      () => [join(root, "node_modules/@playwright/test/cli.js"), "test"],
      (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: browser.path }),
      playwrightCounts,
    ),
  );
  process.exitCode = all.some(({ failed }) => failed > 0) ? 1 : 0;
  console.log(`\n${closingLine(all)}`);
}

main().catch((error) => {
  console.error(error.message);
  console.log("\n0 passed, 1 failed");
  process.exitCode = 1;
});
