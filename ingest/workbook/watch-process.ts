import { readFileSync } from "node:fs";

/** Milliseconds between two looks; a process that grows by a gigabyte in a second is seen within 50 megabytes. */
const EVERY = 40;
/** In what Linux counts the time of a process, whatever the machine (USER_HZ). */
const TICKS_PER_SECOND = 100;

/**
 * Watches what a process costs, as Linux tells it: its resident memory, because a heap's limit does not count buffers, and
 * the time that it was working, because on a busy machine an honest file takes long too. Elsewhere nothing is seen, and the
 * heap's limit and the deadline remain.
 * @param most megabytes, and milliseconds
 * @returns stops watching
 */
export function watchProcess(
  pid: number | undefined,
  most: { memory: number; work: number },
  onMore: (what: "memory" | "work") => void,
): () => void {
  const timer = setInterval(() => {
    if (residentMegabytes(pid) > most.memory) onMore("memory");
    else if (workedFor(pid) > most.work) onMore("work");
  }, EVERY);
  return () => clearInterval(timer);
}

/** Megabytes of resident memory of a process; 0 where nobody can tell. */
export function residentMegabytes(pid: number | "self" | undefined): number {
  const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(told(pid, "status"))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** Milliseconds that a process was working; 0 where nobody can tell. */
function workedFor(pid: number | undefined): number {
  // Behind the name in brackets, which may hold anything, the eleventh and twelfth are for the user and the system.
  const fields = told(pid, "stat")
    .replace(/^.*\) /s, "")
    .split(" ");
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1000) / TICKS_PER_SECOND;
}

function told(pid: number | "self" | undefined, file: "status" | "stat"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // it has ended, or this is not Linux
  }
}
