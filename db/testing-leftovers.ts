import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPostmaster, signal } from "./embedded-process";

/**
 * Clears what a test run that was killed left in the system's temporary folder: its database, running or not.
 * The folder's name is the prefix, the runner's process id, and something random.
 */
export function clearAbandoned(prefix: string): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const runner = Number(name.slice(prefix.length).split("-")[0]);
    if (signal(runner, 0)) continue;
    const folder = join(tmpdir(), name);
    const postmaster = readPostmaster(join(folder, "postgres"));
    if (postmaster) signal(postmaster.pid, "SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  }
}
