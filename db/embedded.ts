import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { type DatabaseCluster, emptyFolderFor, locateCluster } from "./embedded-files";
import { answersAsPostgres, liveProcesses, readPostmaster, signal } from "./embedded-process";
import {
  type EmbeddedRecord,
  embeddedDatabase,
  embeddedOwner,
  readEmbeddedRecord,
  urlsOf,
} from "./embedded-record";

/**
 * The PostgreSQL that comes with the project, for people who have none. It runs as a process of its own (detached, so
 * that Ctrl-C reaches the web server first), and what a `kill -9` leaves behind is found again and used or cleaned up.
 */
export type Embedded = {
  record: EmbeddedRecord;
  /** Process id of the postmaster. */
  pid: number;
  /** What was done, in words for the terminal. */
  how: "made" | "started" | "found running";
  /** Another live process of ours looks after it. */
  isOthers: boolean;
  /** Stops it cleanly, unless another live process of ours started it. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Absolute path; holds the cluster, its log and its passwords. */
  dataDir: string;
  /** false is fast and loses data at a crash: tests only. */
  fsync?: boolean;
};

/** Starts, or finds, the embedded database of a data folder and makes sure of its roles and its database. */
export async function startEmbedded({ dataDir, fsync = true }: EmbeddedOptions): Promise<Embedded> {
  const cluster = locateCluster(dataDir);
  const recordFile = join(dataDir, "postgres.json");
  const known = readEmbeddedRecord(recordFile);
  const record = known ?? newRecord(cluster.dir);
  const made = !existsSync(join(cluster.dir, "PG_VERSION"));
  if (made) initialise(cluster, record, fsync);

  const running = made ? undefined : await findRunning(cluster.dir);
  const ownerFile = join(dataDir, "postgres-owner.pid");
  const foreign = running !== undefined && isOthers(ownerFile);
  if (running && !known) {
    await stopProcess(running.pid); // its passwords are lost, and only a stopped cluster takes new ones
  }
  if (!known && !made) setSuperuserPassword(cluster, record);
  const reused = running && known;
  if (!reused) record.port = await freePort(record.port);
  record.clusterDir = cluster.dir;
  if (running && known) record.port = running.port;
  writeFileSync(recordFile, JSON.stringify(record, null, 2), { mode: 0o600 });

  const pid = reused ? running.pid : await launch(cluster, record.port, dataDir, fsync);
  if (!foreign) writeFileSync(ownerFile, String(process.pid));
  await ensureRolesAndDatabase(record);
  return {
    record,
    pid,
    isOthers: foreign,
    how: made ? "made" : reused ? "found running" : "started",
    stop: async () => {
      if (foreign) return;
      await stopProcess(pid);
      rmSync(ownerFile, { force: true });
    },
  };
}

function newRecord(clusterDir: string): EmbeddedRecord {
  const password = () => randomBytes(24).toString("hex");
  return { port: 0, clusterDir, passwords: { superuser: password(), owner: password(), app: password() } };
}

/** Whether a live process other than this one says that it looks after the database. */
function isOthers(ownerFile: string): boolean {
  if (!existsSync(ownerFile)) return false;
  const pid = Number(readFileSync(ownerFile, "utf8"));
  return pid !== process.pid && signal(pid, 0);
}

/** initdb into a folder beside the final one: a run that is killed half-way leaves nothing that looks finished. */
function initialise({ dir, bin, identity }: DatabaseCluster, record: EmbeddedRecord, fsync: boolean): void {
  const unfinished = `${dir}.new`;
  emptyFolderFor(unfinished, identity);
  rmSync(dir, { recursive: true, force: true });
  const passwordFile = `${dir}.password`;
  writeFileSync(passwordFile, `${record.passwords.superuser}\n`, { mode: 0o600 });
  if (identity) chownSync(passwordFile, identity.uid, identity.gid);
  const result = spawnSync(
    join(bin, "initdb"),
    [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--lc-messages=C",
      ...(fsync ? [] : ["--no-sync"]),
    ],
    { ...asUser(identity), encoding: "utf8" },
  );
  rmSync(passwordFile);
  if (result.status !== 0) {
    throw new Error(
      `The embedded database could not be made: ${result.error?.message ?? result.stderr.trim()}`,
    );
  }
  renameSync(unfinished, dir);
}

function asUser(identity: DatabaseCluster["identity"]) {
  // The working directory must be one that the other user can enter.
  return { cwd: "/", ...(identity ? { uid: identity.uid, gid: identity.gid } : {}) };
}

/** The record with the passwords was lost: the owner of the files may set a new one in single-user mode. */
function setSuperuserPassword({ dir, bin, identity }: DatabaseCluster, record: EmbeddedRecord): void {
  rmSync(join(dir, "postmaster.pid"), { force: true });
  const result = spawnSync(join(bin, "postgres"), ["--single", "-D", dir, "postgres"], {
    ...asUser(identity),
    input: `ALTER ROLE postgres PASSWORD '${record.passwords.superuser}';\n`,
    encoding: "utf8",
  });
  if (result.status !== 0)
    throw new Error(`The embedded database's password could not be set: ${result.stderr}`);
}

/** A live postmaster of this cluster, or undefined after clearing away what a dead one left. */
async function findRunning(dir: string): Promise<{ pid: number; port: number } | undefined> {
  const postmaster = readPostmaster(dir);
  const live = liveProcesses(dir);
  if (postmaster && live.includes(postmaster.pid)) {
    for (const pid of live) signal(pid, "SIGCONT"); // in case somebody stopped it
    if (await accepts(postmaster.port, postmaster.pid)) return postmaster;
  }
  // Backends that outlived their postmaster hold its shared memory, and a new one would refuse to start.
  const left = liveProcesses(dir);
  for (const pid of left) signal(pid, "SIGKILL");
  for (const pid of left) await gone(pid, 5_000);
  rmSync(join(dir, "postmaster.pid"), { force: true });
  return undefined;
}

/** Whether it answers as PostgreSQL; false as soon as the process is gone, or when it has not in ten seconds. */
async function accepts(port: number, pid: number): Promise<boolean> {
  const end = Date.now() + 10_000;
  while (signal(pid, 0) && Date.now() < end) {
    if (await answersAsPostgres(port)) return true;
    await wait(50);
  }
  return false;
}

async function launch(
  cluster: DatabaseCluster,
  port: number,
  dataDir: string,
  fsync: boolean,
): Promise<number> {
  const { dir, bin, identity } = cluster;
  const logFile = join(dataDir, "postgres.log");
  // The last words of the one before are worth having when it died.
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.before`);
  const log = openSync(logFile, "w", 0o600);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "150",
    shared_buffers: "64MB",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const child = spawn(
    join(bin, "postgres"),
    [
      "-D",
      dir,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...asUser(identity), detached: true, stdio: ["ignore", log, log] },
  );
  child.unref();
  await ready(child, dir, logFile);
  if (child.pid === undefined) throw new Error("The embedded database has no process.");
  return child.pid;
}

/** postmaster.pid says "ready" once connections are accepted. */
async function ready(child: ChildProcess, dir: string, logFile: string): Promise<void> {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  const end = Date.now() + 60_000; // crash recovery after kill -9 can take a while
  while (Date.now() < end) {
    const postmaster = readPostmaster(dir);
    if (postmaster?.pid === child.pid && postmaster?.ready) return;
    if (failure || child.exitCode !== null || child.signalCode !== null) break;
    await wait(20);
  }
  const lastWords = readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" | ");
  throw new Error(`The embedded database did not start (${logFile}): ${failure?.message ?? lastWords}`);
}

async function ensureRolesAndDatabase(record: EmbeddedRecord): Promise<void> {
  const sql = postgres(urlsOf(record, "postgres").superuserUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
  try {
    for (const [role, password] of [
      [embeddedOwner, record.passwords.owner],
      ["nhs_map_app", record.passwords.app],
    ] as const) {
      const exists = (await sql`select 1 from pg_roles where rolname = ${role}`).length > 0;
      // Our own passwords are hexadecimal, so they need no quoting.
      await sql.unsafe(`${exists ? "ALTER" : "CREATE"} ROLE ${role} LOGIN PASSWORD '${password}'`);
    }
    await sql.unsafe(`GRANT nhs_map_app TO ${embeddedOwner}`);
    const database = await sql`select 1 from pg_database where datname = ${embeddedDatabase}`;
    if (database.length === 0) await sql.unsafe(`CREATE DATABASE ${embeddedDatabase} OWNER ${embeddedOwner}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Fast shutdown: open transactions are rolled back, everything else is written. Harder after ten seconds. */
async function stopProcess(pid: number): Promise<void> {
  signal(pid, "SIGCONT"); // a stopped process would not hear
  signal(pid, "SIGINT");
  if (await gone(pid, 10_000)) return;
  signal(pid, "SIGQUIT");
  if (!(await gone(pid, 10_000))) throw new Error(`The embedded database (process ${pid}) does not stop.`);
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (signal(pid, 0)) {
    if (Date.now() > end) return false;
    await wait(20);
  }
  return true;
}

/** A free port of 127.0.0.1: the wished-for one if it is free, else any. */
async function freePort(wish: number): Promise<number> {
  for (const port of wish === 0 ? [0] : [wish, 0]) {
    const found = await new Promise<number | undefined>((done) => {
      const probe = createServer();
      probe.once("error", () => done(undefined));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => done(typeof address === "object" && address ? address.port : undefined));
      });
    });
    if (found !== undefined) return found;
  }
  throw new Error("No free port for the embedded database.");
}
