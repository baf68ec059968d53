import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { memoryFlags } from "./memory-flags.mjs";
import { step } from "./step.mjs";
import { supervise } from "./supervise.mjs";
import { whenOrphaned } from "./when-orphaned.mjs";

/**
 * `npm start` and `npm run dev` (--dev): from a fresh clone to a running site. Needs nothing but Node; everything
 * after the installation is scripts/run.ts, which is started again when it falls.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dev = process.argv.includes("--dev");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Node 20.9 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

try {
  await step("Packages", () => ensureInstalled(root, dev ? "all" : "run"));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const memory = dev ? { flags: [], env: {} } : memoryFlags(process.env);
const program = ["--import", "tsx", join(root, "scripts", "run.ts"), ...process.argv.slice(2)];
const { ended, stop } = supervise([...memory.flags, ...program], {
  cwd: root,
  env: {
    ...process.env,
    ...memory.env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
whenOrphaned(stop);
process.exitCode = await ended;
