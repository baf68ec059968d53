import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { bringUpToDate } from "@/db/bring-up-to-date";
import { closeDb, databaseUrls, getDb, openDb } from "@/db/client";
import { type KeptEmbedded, keepEmbedded } from "@/db/keep-embedded";
import { countMigrations } from "@/db/migrate";
import { dataPath, isLocalMode, readSettings, settings, settingsProblems } from "@/env";
import { createStarterAccounts } from "@/server/campaigners/create-starter-accounts";
import { listRevealing, revealingInWords } from "@/server/revealing/list-revealing";
import { ensureBuilt } from "./build";
import { databaseProblem } from "./database-problem";
import { restartLimit } from "./restart-limit.mjs";
import { type Serving, serve } from "./serve";
import { loadShipped } from "./shipped";
import { step } from "./step.mjs";

/** Everything `npm start` does after the installation: database, migrations, starter data, build, server. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dev = process.argv.includes("--dev");
const started = performance.now();

let embedded: KeptEmbedded | undefined;
let serving: Serving | undefined;
let loading: ChildProcess | undefined;
let stopping: Promise<void> | undefined;

/** Server first, then the database: nobody's request is cut off from its data. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    try {
      loading?.kill();
      await serving?.close();
      await closeDb();
      await embedded?.stop();
    } catch (error) {
      console.error(error);
      code ||= 1;
    }
    process.exit(code);
  })();
  return stopping;
}

async function database(): Promise<string> {
  if (settings().DATABASE_URL) {
    return `using ${new URL(databaseUrls().url).host}`;
  }
  embedded = await keepEmbedded({
    dataDir: dataPath(),
    fsync: settings().EMBEDDED_FSYNC === "on",
    nextRestart: restartLimit(),
    say: console.error,
    giveUp: () => void stop(1),
  });
  const { record, how } = embedded.embedded;
  const inside = !relative(dataPath(), record.clusterDir).startsWith("..");
  return `embedded, ${how}${inside ? "" : ` in ${record.clusterDir}`}`;
}

/** Whether every setting can be understood; which may be missing is another question. */
function isReadable(): boolean {
  return readSettings(process.env).settings !== undefined;
}

async function askDatabases(): Promise<void> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = settings();
  if (DATABASE_URL) await ask("DATABASE_URL", DATABASE_URL);
  if (DATABASE_OWNER_URL) await ask("DATABASE_OWNER_URL", DATABASE_OWNER_URL);
}

async function ask(name: string, address: string): Promise<void> {
  const sql = postgres(address, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    throw new Error(databaseProblem(name, address, error), { cause: error });
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** A first load. @returns what happened, in words. @throws Error when it ended without them; it has said why. */
function firstLoad(): Promise<string> {
  // Half of its garbage is young and soon gone: with room for it, it is hardly looked at.
  const args = ["--max-semi-space-size=64", "--import", "tsx", join(root, "scripts", "load.ts")];
  loading = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return new Promise((done, failed) => {
    loading?.once("message", (outcome) => done(String(outcome)));
    loading?.once("error", failed);
    loading?.once("exit", () => failed(new Error("What ships could not be loaded: it says why above.")));
  });
}

/** What an older version let through, or a kind of care that an admin added since, is told in the log. Stops nothing. */
async function hiddenPlaces(): Promise<string> {
  const { url, role } = databaseUrls();
  const { db, close } = openDb({ url, role, deadlineMs: 60_000, size: 1 });
  try {
    return revealingInWords(await listRevealing(db)).join(" ");
  } catch (error) {
    console.error("It could not be checked whether anything tells a place that is not shown:", String(error));
    return "not checked";
  } finally {
    await close();
  }
}

function closingWords({ origin }: Serving): string {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const local = [
    "",
    `  Sign in at       ${origin}/sign-in with one of the starter accounts listed there`,
    `  Local mail       is not sent; read it at ${origin}/outbox`,
  ];
  return [
    "",
    `  The NHS Outsourcing Map is at ${origin} (after ${seconds} s)`,
    ...(isLocalMode() ? local : ["", `  Sign in at ${origin}/sign-in; mail goes through SMTP_URL.`]),
    "",
    "  Ctrl-C stops it.",
  ].join("\n");
}

async function main(): Promise<void> {
  // A wrong database address is one line of its own, whatever else is missing.
  if (isReadable() && settings().DATABASE_URL) await askDatabases();
  const problems = settingsProblems();
  if (problems.length > 0) {
    for (const problem of problems) console.error(`  ${problem}`);
    return stop(1);
  }
  // The build knows no database: what a fresh installation loads is loaded beside it.
  const build = dev ? undefined : ensureBuilt(root, dataPath());
  build?.catch(() => undefined); // told below, where it is waited for
  await step("Database", database);
  let isNew = false;
  await step("Migrations", async () => {
    const folder = join(root, "drizzle");
    const applied = await bringUpToDate(databaseUrls().ownerUrl, folder);
    isNew = applied > 0 && applied === countMigrations(folder);
    return applied === 0 ? "up to date" : `${applied} applied`;
  });
  // Later starts have little to load or nothing, and whoever waits for a server that fell waits for no second process.
  await step("Starter data", isNew ? firstLoad : loadShipped);
  await step("Hidden places", hiddenPlaces);
  if (isLocalMode()) await step("Accounts", async () => `${await createStarterAccounts(getDb())} made`);
  if (build) await step("Build", () => build);
  await step("Server", async () => {
    serving = await serve({ dev, root });
    return serving.origin;
  });
  process.send?.("serving"); // from now on start.mjs starts it again when it falls
  if (serving) console.log(closingWords(serving));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
process.on("message", () => void stop(0)); // start.mjs was told to stop
process.on("disconnect", () => void stop(0)); // start.mjs is gone

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `  ${error.message}` : error);
  return stop(1);
});
