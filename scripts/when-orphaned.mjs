import { readFileSync } from "node:fs";

/** How often, in milliseconds: a server that outlives its npm for half a second holds nobody up. */
const EVERY = 500;

/**
 * Calls back once when npm, or the shell through which npm runs a script, is gone. npm sends SIGTERM to that shell, which
 * ends without passing it on, and sends nothing of SIGHUP; so what it ran would go on with nobody to stop it.
 * Does nothing where npm has not started this process: who runs it alone may well leave it running.
 * @param {() => void} gone
 */
export function whenOrphaned(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const before = parents();
  const watch = setInterval(() => {
    if (parents() === before) return;
    clearInterval(watch);
    gone();
  }, EVERY);
  watch.unref();
}

/** npm, or the shell and npm above it where the system says who that is (Linux). Who started npm may end as they like. */
function parents() {
  const { name, parent } = status(process.ppid);
  return name.endsWith("sh") ? `${process.ppid} ${parent}` : `${process.ppid}`;
}

/** @param {number} pid */
function status(pid) {
  try {
    // "pid (name) state ppid …"; a name can have anything in it.
    const [, name = "", parent = ""] =
      /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return { name, parent };
  } catch {
    return { name: "", parent: "" };
  }
}
