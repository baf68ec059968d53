import { log } from "@/server/log";

/** Colours of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape character is what begins them
const COLOURS = /\u001b\[[\d;]*m/g;

/**
 * What others say by the console (Next, of a page that could not be made) goes through the log: a failed query comes with its values there, and
 * those are what somebody typed. Errors and texts are said; anything else is left out.
 */
export function consoleToLog(
  target: Pick<Console, "error" | "warn"> = console,
  to: Pick<typeof log, "error" | "warn"> = log,
): void {
  for (const level of ["error", "warn"] as const)
    target[level] = (...said: unknown[]) => {
      const err = said.find((part) => part instanceof Error);
      const texts = said.filter((part) => typeof part === "string").map((text) => text.replace(COLOURS, ""));
      to[level](err ? { err } : {}, texts.join(" ").trim() || "Said without words");
    };
}
