import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the tables of the clone lie. */
export const REFERENCE_FOLDER = "db/seed/reference";
/** There from the moment at which a new set of tables counts until each has taken its name. */
export const SWITCH_FILE = "switch.json";

/** Files of a set that counts already: `staged` is where one lies until it is renamed to `name`; both within the folder. */
export type Switch = { files: { name: string; staged: string }[] };

/**
 * Reads files of which an ingest replaces several at a time: all of them are of the same set, whether it was replaced a
 * moment ago, is being replaced now, or its ingest was killed half way. Writes nothing.
 * @param folder relative to the working directory, or absolute
 * @returns the bytes in the order of the names; null for a file that is not there
 */
export function readTogether(names: readonly string[], folder = REFERENCE_FOLDER): (Buffer | null)[] {
  for (;;) {
    const before = names.map((name) => inodeOf(folder, name));
    const bytes = names.map((name) => locate(folder, name, (path) => readFileSync(path)));
    // A file keeps its number when it is renamed, so whoever finds every number as it was has read one set.
    if (names.every((name, at) => inodeOf(folder, name) === before[at])) return bytes;
  }
}

function inodeOf(folder: string, name: string): string | null {
  return locate(folder, name, (path) => {
    const { ino, mtimeMs } = statSync(path);
    return `${ino} ${mtimeMs}`;
  });
}

/** Under its staged name, if the switch has begun and not come to it; else under its own. */
function locate<T>(folder: string, name: string, use: (path: string) => T): T | null {
  const staged = readSwitch(folder)?.files.find((file) => file.name === name)?.staged;
  const found = staged === undefined ? null : ifThere(() => use(join(folder, staged)));
  return found ?? ifThere(() => use(join(folder, name)));
}

/** The switch that has begun in a folder and is not over; null for none. */
export function readSwitch(folder: string): Switch | null {
  const text = ifThere(() => readFileSync(join(folder, SWITCH_FILE), "utf8"));
  return text === null ? null : (JSON.parse(text) as Switch);
}

function ifThere<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** One file of the clone's set. @throws Error when it is not there */
export function readReferenceFile(name: string): Buffer {
  const [bytes] = readTogether([name]);
  if (!bytes) throw new Error(`${REFERENCE_FOLDER}/${name} is not there.`);
  return bytes;
}
