import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "./run-program.mjs";

/** `npm run mutants -- domain/figures`: plants changes in a folder and tells which ones no test of it notices. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = process.argv.slice(2).map((folder) => folder.replace(/\/+$/, ""));
const wrong = folders.find(
  (folder) => !/^(?:domain|server\/reports)(?:\/[a-z-]+)*$/.test(folder) || !hasFiles(folder),
);
if (folders.length === 0 || wrong !== undefined) {
  console.error(
    `${wrong ? `There is no such folder to mutate: ${wrong}. ` : ""}Name one in domain or server/reports:`,
  );
  console.error("  npm run mutants -- domain/figures");
  process.exitCode = 1;
} else {
  for (const folder of folders) {
    console.log(folder);
    const { code } = await runNode(
      [
        join(root, "node_modules/@stryker-mutator/core/bin/stryker.js"),
        "run",
        // A folder answers for itself: what only another folder's test notices is a survivor of its own.
        ...["--testFiles", `${folder}/**/*.test.ts`],
        ...["--mutate", `${folder}/**/*.ts,!**/*.test.ts,!**/testing*.ts`],
        ...["--incrementalFile", `.data/mutants/${folder.replaceAll("/", "-")}.json`],
      ],
      { cwd: root, show: true, env: { MUTANTS_FOLDER: folder } },
    );
    if (code !== 0) process.exitCode = code;
  }
}

/** @param {string} folder */
function hasFiles(folder) {
  try {
    return readdirSync(join(root, folder)).length > 0;
  } catch {
    return false;
  }
}
