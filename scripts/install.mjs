import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Installing, for the entry points that must work before anything is installed: Node's own modules only. */

const stampName = ".nhs-map-stamp";

/** What an installation depends on: the lock file, Node's major version and the machine. */
export function installationKey(
  lock,
  node = process.versions.node,
  machine = `${process.platform}-${process.arch}`,
) {
  return createHash("sha256")
    .update(`${lock}\n${node.split(".")[0]}\n${machine}`)
    .digest("hex");
}

/**
 * What of the lock file an installation holds: "run" is what the site itself needs, a third of the whole; "all" is that and
 * the tools of whoever works on it, tests among them.
 * @typedef {"run" | "all"} Scope
 */

/**
 * Whether what npm says it installed (node_modules/.package-lock.json) has everything of a scope that the lock file asks for.
 * Optional packages may be missing: they are other systems' programs.
 * @param {Scope} scope
 */
export function installedMatchesLock(lock, installed, scope = "all") {
  return Object.entries(lock.packages ?? {}).every(
    ([path, wanted]) =>
      path === "" ||
      installed.packages?.[path]?.version === wanted.version ||
      (wanted.optional === true && installed.packages?.[path] === undefined) ||
      (scope === "run" && wanted.dev === true) ||
      wanted.peer === true,
  );
}

/**
 * "fresh", "stale" or "missing". What somebody installed by hand (`npm install x`) is fresh if it fits.
 * @param {Scope} scope what is wanted: the whole is also fresh for a run
 */
export function installationState(root, scope = "all") {
  const modules = join(root, "node_modules");
  if (!existsSync(modules)) return "missing";
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const key = installationKey(lockText);
  const stamp = join(modules, stampName);
  const stamped = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (stamped === `${key} all` || stamped === `${key} ${scope}`) return "fresh";
  const installed = recordOf(root);
  if (!installed || !installedMatchesLock(JSON.parse(lockText), installed, scope)) return "stale";
  writeFileSync(stamp, `${key} ${scope}`);
  return "fresh";
}

/** What npm wrote of its last installation; an installation that was cut off has none. */
function recordOf(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  return existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : undefined;
}

/**
 * What is installed when one scope is asked for: whoever has the tools keeps them when `npm start` finds a new lock file.
 * @param {Scope} wanted
 * @returns {Scope}
 */
export function scopeToInstall(root, wanted) {
  const hasTools = Object.values(recordOf(root)?.packages ?? {}).some(({ dev }) => dev === true);
  return hasTools ? "all" : wanted;
}

/** Runs npm as the npm that started us, or the one on the path. */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  const options = {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "" },
  };
  return cli?.endsWith(".js")
    ? spawnSync(process.execPath, [cli, ...args], options).status === 0
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" }).status === 0;
}

/**
 * Makes node_modules fit the lock file. Prints what it does; returns a word for the step line.
 * @param {Scope} wanted
 * @throws Error with a sentence when it cannot
 */
export function ensureInstalled(root, wanted = "all") {
  const state = installationState(root, wanted);
  if (state === "fresh") return "already installed";
  const scope = scopeToInstall(root, wanted);
  const part = scope === "all" ? "--include=dev" : "--omit=dev";
  const quiet = [part, "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier"];
  console.log(`  Packages are ${state}; installing them (a minute or two the first time) ...`);
  // Where only the tools are missing, they are added: a site that runs from the folder must not lose it.
  const isAdding = scope === "all" && installationState(root, "run") === "fresh";
  const done = (!isAdding && npm(root, ["ci", ...quiet])) || npm(root, ["install", "--no-save", ...quiet]);
  if (!done) {
    throw new Error(
      "The packages could not be installed: npm said why above. A network is needed the first time.",
    );
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  writeFileSync(join(root, "node_modules", stampName), `${installationKey(lock)} ${scope}`);
  return "installed";
}
