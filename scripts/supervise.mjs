import { spawn } from "node:child_process";
import { RESTARTS, restartLimit } from "./restart-limit.mjs";

/**
 * Runs a Node program that says "serving" over its channel, and starts it again when it falls after that: by a signal, an
 * error nobody caught, or for want of memory. What never got as far has said what is wrong, and is not tried again.
 * @param {string[]} args the program and its arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, limit?: typeof RESTARTS, say?: (line: string) => void }} options
 * @returns {{ ended: Promise<number>, stop: () => void }} `ended`: with the code to end with
 */
export function supervise(args, { cwd, env, limit = RESTARTS, say = (line) => console.error(line) }) {
  const nextRestart = restartLimit(limit);
  let stopping = false;
  let hasServed = false;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let waiting;
  /** @type {(code: number) => void} */
  let end = () => undefined;
  /** @type {Promise<number>} */
  const ended = new Promise((done) => {
    end = done;
  });

  function start() {
    waiting = undefined;
    // The channel (ipc) tells the program when this process is gone, even by kill -9.
    child = spawn(process.execPath, args, { cwd, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
    child.on("message", (message) => {
      hasServed ||= message === "serving";
    });
    child.on("exit", fell);
  }

  /** @param {number | null} code @param {NodeJS.Signals | null} signal */
  function fell(code, signal) {
    const last = code ?? 1;
    if (stopping || last === 0 || !hasServed) return end(last);
    const how = signal ? `signal ${signal}` : `code ${code}`;
    const minutes = Math.round(limit.withinMs / 60_000);
    const restart = nextRestart();
    if (!restart) {
      say(
        `  The server fell (${how}), more than ${limit.times} times in ${minutes} minutes: it is not started again.`,
      );
      return end(last);
    }
    const { count, waitMs } = restart;
    say(
      `  The server fell (${how}). It is started again: ${count} of at most ${limit.times} in ${minutes} minutes.`,
    );
    waiting = setTimeout(start, waitMs);
  }

  start();
  return {
    ended,
    stop: () => {
      stopping = true;
      if (waiting) {
        clearTimeout(waiting);
        end(0);
      } else if (child?.connected) child.send("stop");
    },
  };
}
