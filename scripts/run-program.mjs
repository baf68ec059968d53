import { spawn } from "node:child_process";

/**
 * Runs a Node program to its end and collects what it prints.
 * @param {string[]} args the script and its arguments
 * @param {{ cwd: string, env?: Record<string, string | undefined>, show?: boolean }} options `show`: also print as it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { cwd, env, show = false }) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.once("error", (error) => done({ code: 1, output: `${output}${error.message}` }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}
