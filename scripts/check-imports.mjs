import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ringsOfFolders } from "./folder-rings.mjs";

/**
 * The rules of .dependency-cruiser.cjs, plus two: every source file must have been read, and no folders of the server need each
 * other.
 * Prints violations, ends with 1 when there are any.
 */
const here = dirname(fileURLToPath(import.meta.url));
/** Another tree can be named, which the test of the rules does. */
const root = process.argv[2] ?? dirname(here);

function listSources() {
  const git = ["ls-files", "-co", "--exclude-standard", "--", "*.ts", "*.tsx", "*.mts", "*.mjs"];
  const { status, stdout } = spawnSync("git", git, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error("git must list the source files.");
  return stdout.split("\n").filter((name) => name && !/^(drizzle|public|docs)\/|\.d\.ts$/.test(name));
}

const { cruise } = await import("dependency-cruiser");
const extractConfig = (await import("dependency-cruiser/config-utl/extract-depcruise-config")).default;
const extractTypeScript = (await import("dependency-cruiser/config-utl/extract-ts-config")).default;

process.chdir(root);
const config = await extractConfig(join(here, "..", ".dependency-cruiser.cjs"));
const { options, ...ruleSet } = config;
const sources = listSources();
const { output } = await cruise(
  sources,
  { ...options, ruleSet: { ...ruleSet, options }, validate: true },
  undefined,
  { tsConfig: extractTypeScript("./tsconfig.json") },
);
const read = new Set(
  output.modules.filter((module) => !module.couldNotResolve).map((module) => module.source),
);
const unread = sources.filter((name) => !read.has(name));
const { violations } = output.summary;
for (const { rule, from, to, comment } of violations) {
  console.log(
    `${rule.name}: ${from}${to && to !== from ? ` -> ${to}` : ""}${comment ? `  (${comment})` : ""}`,
  );
}
const imports = output.modules.flatMap(({ source, dependencies }) =>
  dependencies.map(({ resolved }) => [source, resolved]),
);
const rings = ringsOfFolders(imports);
for (const ring of rings) console.log(`no-rings-between-folders-of-server: ${ring}`);
for (const name of unread) console.log(`not read: ${name}`);
const edges = imports.length;
if (edges < sources.length)
  console.log(`only ${edges} imports in ${sources.length} files: TypeScript was not understood`);
console.log(
  `${sources.length} files, ${edges} imports, ${violations.length + rings.length} against the rules`,
);
process.exitCode = violations.length + rings.length + unread.length > 0 || edges < sources.length ? 1 : 0;
