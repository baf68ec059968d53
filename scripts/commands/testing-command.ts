import { execFile } from "node:child_process";
import type { Db } from "@/db/client";
import type { Command } from "./command";

export type Ended = { code: number; out: string; err: string };

/** Runs a command as a person would, in a process of its own, against a database of the test's own. */
export function runAsPerson(script: string, url: string, args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const site = {
      DATABASE_URL: url,
      DATABASE_OWNER_URL: url,
      SITE_URL: "",
      NEXTAUTH_SECRET: "of the test ".repeat(4),
    };
    execFile(
      "node",
      ["node_modules/tsx/dist/cli.mjs", `scripts/${script}.ts`, ...args],
      { env: { ...process.env, ...site } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

/** The same command in this process: most of the time of the other goes by before the command is reached. */
export async function runHere(command: Command, db: Db, args: string[]): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command(args, () => db, {
    say: (lines) => out.push(lines),
    complain: (lines) => err.push(lines),
  });
  return { code, out: out.join("\n").trim(), err: err.join("\n").trim() };
}
