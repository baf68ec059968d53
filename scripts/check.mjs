import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { runChecks } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";

/** `npm run check`: formatting, lint, types, architecture rules, dead code. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
try {
  ensureInstalled(root);
  const { passed, failed } = await runChecks(root);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
