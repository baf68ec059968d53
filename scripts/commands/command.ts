import type { Db } from "@/db/client";

/** Where a command writes: what it says, and what went wrong. */
export type Terminal = { say: (lines: string) => void; complain: (lines: string) => void };

/**
 * What stands behind `npm run …`: given its words and a way to the database, which it takes only when it needs it.
 * @returns the code that the program ends with: 0 when it did what was asked
 */
export type Command = (args: string[], db: () => Db, terminal: Terminal) => Promise<number>;

/** Runs a command as this process: words from its arguments, the database closed at the end. */
export async function runAsProgram(
  command: Command,
  { db, close }: { db: () => Db; close: () => Promise<void> },
): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2), db, {
      say: (lines) => console.log(lines),
      complain: (lines) => console.error(lines),
    });
  } finally {
    await close();
  }
}
