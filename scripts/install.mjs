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
 * Whether what npm says it installed (node_modules/.package-lock.json) has everything that the lock file asks for.
 * Optional packages may be missing: they are other systems' programs.
 */
export function installedMatchesLock(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(
    ([path, wanted]) =>
      path === "" ||
      installed.packages?.[path]?.version === wanted.version ||
      (wanted.optional === true && installed.packages?.[path] === undefined) ||
      wanted.peer === true,
  );
}

/** "fresh", "stale" or "missing". What somebody installed by hand (`npm install x`) is fresh if it fits. */
export function installationState(root) {
  const modules = join(root, "node_modules");
  if (!existsSync(modules)) return "missing";
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const key = installationKey(lockText);
  const stamp = join(modules, stampName);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === key) return "fresh";
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) return "stale";
  if (!installedMatchesLock(JSON.parse(lockText), JSON.parse(readFileSync(record, "utf8")))) return "stale";
  writeFileSync(stamp, key);
  return "fresh";
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
 * @throws Error with a sentence when it cannot
 */
export function ensureInstalled(root) {
  const state = installationState(root);
  if (state === "fresh") return "already installed";
  const quiet = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier"];
  console.log(`  Packages are ${state}; installing them (a minute or two the first time) ...`);
  const done = npm(root, ["ci", ...quiet]) || npm(root, ["install", "--no-save", ...quiet]);
  if (!done) {
    throw new Error(
      "The packages could not be installed: npm said why above. A network is needed the first time.",
    );
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  writeFileSync(join(root, "node_modules", stampName), installationKey(lock));
  return "installed";
}
