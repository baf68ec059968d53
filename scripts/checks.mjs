import { join } from "node:path";
import { runNode } from "./run-program.mjs";

/** The static checks, side by side: none needs a database or a build. */

/** @param {string} root @returns {{ name: string, steps: string[][] }[]} each step is a Node script and its arguments */
function programs(root) {
  const inModules = (path) => join(root, "node_modules", path);
  return [
    {
      name: "format and lint",
      steps: [[inModules("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--colors=off", "."]],
    },
    {
      name: "types",
      steps: [
        // Next writes the types of its routes; tsc reads them.
        [inModules("next/dist/bin/next"), "typegen"],
        // The native compiler: a third of the time. Tools that read TypeScript by its programming interface have the one before it.
        [inModules("typescript-native/bin/tsc"), "--noEmit", "--pretty", "false"],
      ],
    },
    { name: "imports", steps: [[join(root, "scripts/check-imports.mjs")]] },
    { name: "dead code", steps: [[inModules("knip/bin/knip.js"), "--no-progress"]] },
  ];
}

/**
 * Runs them all and prints a line for each, with what a failing one said.
 * @param {string} root
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runChecks(root) {
  const outcomes = await Promise.all(
    programs(root).map(async ({ name, steps }) => {
      const started = performance.now();
      let result = { code: 0, output: "" };
      for (const step of steps) {
        if (result.code === 0)
          result = await runNode(step, { cwd: root, env: { NEXT_TELEMETRY_DISABLED: "1" } });
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `  ${result.code === 0 ? "passed" : "FAILED"}  ${name.padEnd(18)} ${seconds.padStart(6)} s`,
      );
      if (result.code !== 0) console.log(result.output.trimEnd().replace(/^/gm, "    "));
      return result.code === 0;
    }),
  );
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed, skipped: 0 };
}
