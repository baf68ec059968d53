import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "./run-program.mjs";

/**
 * `npm run soak`, or `npm run soak -- 2000`: as many races of moderators at once, on a database of their own, and of every model of a life a
 * round for each thousand of them (docs/testing.md).
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const races = process.argv[2] ?? "10000";
if (/^[1-9]\d{0,5}$/.test(races)) {
  const { code } = await runNode(
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "server/queue/many-races.db.test.ts",
      "life.db.test.ts",
    ],
    { cwd: root, show: true, env: { RACES: races, LIFE_ROUNDS: String(Math.ceil(Number(races) / 1000)) } },
  );
  process.exitCode = code;
} else {
  console.error("Say how many races to run, for example: npm run soak -- 2000");
  process.exitCode = 1;
}
