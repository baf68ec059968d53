import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { packFiles } from "./pack-files";

/** What `next build` reads. Tests and scripts change nothing in the build. */
const sources = ["app", "components", "domain", "server", "db", "messages", "public"];
const files = ["env.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const ignored = /\.test\.tsx?$|(^|\/)db\/(seed\/reference\/|seed\/registers\/[^/]+\.br$|testing)|\.md$/;

/** A hash over names and contents of everything the build depends on; some 500 files take about 50 ms. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  const walk = (path: string) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) walk(join(path, name));
      return;
    }
    const name = relative(root, path);
    if (ignored.test(name)) return;
    hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
  };
  for (const name of [...sources, ...files]) walk(join(root, name));
  return hash.digest("hex");
}

const stampOf = (root: string) => join(root, ".next", "BUILD_STAMP");

export function isBuilt(root: string): boolean {
  const stamp = stampOf(root);
  return (
    existsSync(stamp) &&
    existsSync(join(root, ".next", "BUILD_ID")) &&
    readFileSync(stamp, "utf8") === sourceHash(root)
  );
}

/** Builds when the build is missing or older than its sources. @throws Error with the end of the build's log. */
export async function ensureBuilt(root: string, logDir: string): Promise<string> {
  if (isBuilt(root)) return "up to date";
  const before = sourceHash(root);
  rmSync(stampOf(root), { force: true });
  const { code, output } = await run(root);
  mkdirSync(logDir, { recursive: true });
  const log = join(logDir, "build.log");
  writeFileSync(log, output);
  if (code !== 0) {
    throw new Error(
      `The build failed (${relative(root, log)}):\n${output.split("\n").slice(-40).join("\n")}`,
    );
  }
  await packFiles(root);
  writeFileSync(stampOf(root), before);
  return "built";
}

function run(root: string): Promise<{ code: number | null; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const add = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.once("error", failed);
    child.once("close", (code) => done({ code, output }));
  });
}
