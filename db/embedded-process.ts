import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

/** The processes of a PostgreSQL cluster, as the operating system sees them. */

/**
 * What `postmaster.pid` says, line by line as PostgreSQL's miscadmin.h documents: pid, data folder, start time, port,
 * socket folder, address, shared memory, status. Undefined when there is none or it is half-written.
 */
export function readPostmaster(dir: string): { pid: number; port: number; ready: boolean } | undefined {
  const file = join(dir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port)) return undefined;
  return { pid, port, ready: lines[7]?.trim() === "ready" };
}

/** Sends a signal (0 only asks). False when there is no such process. */
export function signal(pid: number, which: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, which);
    return !isZombie(pid);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPERM") return true;
    return false;
  }
}

/** A process that has ended and waits to be collected answers to signals all the same. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false; // no /proc (macOS), or it has just gone
  }
}

/**
 * Every process that works in the cluster's folder: the postmaster and its backends all change into it.
 * Without /proc, the pid file's process if it lives.
 */
export function liveProcesses(dir: string): number[] {
  if (!existsSync(dir)) return [];
  if (!existsSync("/proc/self")) {
    const pid = readPostmaster(dir)?.pid;
    return pid !== undefined && signal(pid, 0) ? [pid] : [];
  }
  const real = realpathSync(dir);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === real && !isZombie(pid);
      } catch {
        return false; // another user's, or it has just gone
      }
    });
}

/**
 * Whether a PostgreSQL answers at a port of 127.0.0.1 within a second. An open connection is no answer: the kernel
 * opens it for a process that was just killed. So we ask whether it speaks TLS (SSLRequest, PostgreSQL's protocol
 * documentation, "Message Formats"), which a live one answers with one letter before any password.
 */
export function answersAsPostgres(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => {
      socket.write(Uint8Array.of(0, 0, 0, 8, 4, 210, 22, 47)); // length 8, then 80877103
    });
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once("data", ([letter]) => end(letter === 0x4e || letter === 0x53)); // N or S
    socket.once("error", () => end(false));
    socket.once("close", () => end(false));
  });
}
