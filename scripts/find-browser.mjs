import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

/** A Chromium for the browser tests: one that is there, or one that is installed now. */

// The shell is the same Chromium without windows: it draws no toolbars, which took a fifth of the browser tests' time.
const SHELL = "chromium-headless-shell";
const names = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @param {string | undefined} path */
function isProgram(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where to look, in this order. Pure.
 * @param {Record<string, string | undefined>} env
 * @returns {{ path: string, from: string }[]}
 */
export function browserCandidates(env) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return [
    ...(env.CHROMIUM_PATH ? [{ path: env.CHROMIUM_PATH, from: "CHROMIUM_PATH" }] : []),
    ...names.flatMap((name) => folders.map((folder) => ({ path: join(folder, name), from: "the system" }))),
    ...elsewhere.map((path) => ({ path, from: "the system" })),
  ];
}

function playwrightsOwn(root) {
  const { chromium } = createRequire(join(root, "package.json"))("@playwright/test");
  return { path: chromium.executablePath(), from: "Playwright" };
}

function install(root) {
  console.log("  No Chromium found; installing one ...");
  const run = (program, args) => spawnSync(program, args, { cwd: root, stdio: "inherit" }).status === 0;
  const isRoot = process.getuid?.() === 0;
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  if (isRoot && spawnSync("apt-get", ["--version"]).status === 0) {
    run("apt-get", ["update", "-qq"]);
    for (const name of [SHELL, "chromium"])
      if (run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name])) return;
  }
  run(process.execPath, [playwright, "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
}

/**
 * @param {string} root
 * @returns {{ path: string, from: string }} an executable and where it comes from
 * @throws Error with a sentence when there is none and none could be installed
 */
export function findBrowser(root) {
  const look = () =>
    [...browserCandidates(process.env), playwrightsOwn(root)].find(({ path }) => isProgram(path));
  if (process.env.CHROMIUM_PATH && !isProgram(process.env.CHROMIUM_PATH)) {
    throw new Error(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, which is not a program.`);
  }
  const found = look();
  if (found) return found;
  install(root);
  const installed = look();
  if (!installed) throw new Error("No Chromium, and none could be installed: set CHROMIUM_PATH to one.");
  return installed;
}
