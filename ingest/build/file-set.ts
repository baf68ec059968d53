import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { REFERENCE_FOLDER, readSwitch, SWITCH_FILE, type Switch } from "@/db/reference/read-together";

const STAGING = /^next-(\d+)$/;

/** Writes a file, whole. @returns its bytes */
export type Put = (path: string, content: string | Uint8Array) => number;

/**
 * Replaces files all together or not at all. They are written under other names first; then one rename, of the list of
 * them (switch.json), makes them count, for readers that go by it (db/reference/read-together.ts); then each takes its
 * own name. A run that is killed, or throws, before that one rename has changed nothing; what one killed after it left to
 * be done, the next command or the next start of the server does.
 * @param folder where the list lies, and what is written until it counts
 * @param write is given `put`, which writes a file that does not count yet
 */
export async function replaceTogether(
  folder: string,
  write: (put: Put) => void | Promise<void>,
): Promise<void> {
  finishSwitch(folder);
  removeLeftOvers(folder);
  const staging = `next-${process.pid}`;
  const files: Switch["files"] = [];
  try {
    await write((path, content) => {
      const staged = join(staging, String(files.length));
      const bytes = writeThrough(join(folder, staged), content);
      files.push({ name: relative(folder, path), staged });
      return bytes;
    });
    if (files.length === 0) return;
    const list = join(folder, staging, SWITCH_FILE);
    writeThrough(list, JSON.stringify({ files } satisfies Switch));
    renameSync(list, join(folder, SWITCH_FILE));
    finishSwitch(folder);
  } finally {
    // Unless the switch has begun: then what is in it counts.
    if (readSwitch(folder) === null) rmSync(join(folder, staging), { recursive: true, force: true });
  }
}

/** Gives every file of a switch that has begun its own name. @returns how many had not had it yet */
export function finishSwitch(folder: string = REFERENCE_FOLDER): number {
  const begun = readSwitch(folder);
  if (begun === null) return 0;
  const left = begun.files.filter(({ staged }) => existsSync(join(folder, staged)));
  for (const { name, staged } of left) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    renameSync(join(folder, staged), join(folder, name));
  }
  rmSync(join(folder, SWITCH_FILE), { force: true });
  for (const { staged } of begun.files)
    rmSync(join(folder, dirname(staged)), { recursive: true, force: true });
  return left.length;
}

/** What runs that were killed before their switch had written. */
function removeLeftOvers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, pid] = STAGING.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Returns when the bytes are on the disk: a list that survives a power cut must not name files that did not. */
function writeThrough(path: string, content: string | Uint8Array): number {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const file = openSync(path, "w");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return bytes.length;
}
