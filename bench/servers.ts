import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export type RunningServer = { origin: string; pid: number; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Runs `command` until `origin` answers; every wait has a deadline. */
async function start(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
  origin: string,
): Promise<RunningServer> {
  const child: ChildProcess = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const deadline = Date.now() + 1_200_000;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`${command} ${args.join(" ")} ended with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`${origin} did not answer within twenty minutes`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    origin,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(origin, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** The product as `npm start` serves it. */
export async function startProduct(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  return start(
    process.execPath,
    ["scripts/start.mjs"],
    ROOT,
    { PORT: String(port), ...env },
    `http://127.0.0.1:${port}`,
  );
}

/** The peer: a Next page with one paragraph, built and served by the same Next. */
export async function startEmptyNext(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  const cwd = `${ROOT}bench/empty-next`;
  const next = `${ROOT}node_modules/next/dist/bin/next`;
  const build = spawn(process.execPath, [next, "build"], { cwd, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("the empty Next page did not build");
  const args = [next, "start", "-H", "127.0.0.1", "-p", String(port)];
  return start(process.execPath, args, cwd, { NODE_ENV: "production", ...env }, `http://127.0.0.1:${port}`);
}

/** The server's process: `npm start` runs it as a child. */
export function serverOf(parent: number): number {
  const child = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => statOf(pid).match(/^\d+ \(.*\) \S+ (\d+)/s)?.[1] === String(parent));
  if (child === undefined) throw new Error("the server has no process");
  return Number(child);
}

/** A process may end while it is looked at. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}
