import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SERVER_LOG, startSite } from "./site";

/**
 * Two browsers, the site and its database share two cores: a query that has to wait there says nothing about the site, and one that is
 * given up is a page that says so, where a journey stops. How the deadline is kept: frozen-database.spec.ts, on a site of its own.
 */
const SETTINGS = { DATABASE_DEADLINE_MS: "10000", FETCH_LINKS: "no" };

/** How next-intl says that a sentence is not in the catalogue, or that it was not given all that is to stand in it. */
const SENTENCE = /\b(?:FORMATTING_ERROR|MISSING_MESSAGE|INSUFFICIENT_PATH|INVALID_MESSAGE)\b/;

/**
 * One site for all browser tests. They read its address from the base URL (E2E_ORIGIN), and the place of its
 * database from E2E_DATA_DIR.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const site = await startSite("e2e", Number(process.env.E2E_PORT ?? 3210), SETTINGS);
  process.env.E2E_ORIGIN = site.origin;
  process.env.E2E_DATA_DIR = site.dataDir;
  return async () => {
    const faults = faultsIn(readFileSync(join(site.dataDir, SERVER_LOG), "utf8"));
    await site.close();
    if (faults.length > 0) console.log(`\nWhat the server called a fault:\n${faults.join("\n")}`);
    // No journey need look at a sentence for it to be whole.
    if (faults.some((fault) => SENTENCE.test(fault)))
      throw new Error("A page had a sentence with a word missing.");
  };
}

/** Each kind of error line once, with how often it came and an instance: where a journey fails, this may say why. */
function faultsIn(log: string): string[] {
  const kinds = new Map<string, { count: number; first: string }>();
  for (const line of log.split("\n").filter((one) => one.startsWith('{"level":"error"'))) {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    const kind = `${msg}: ${err?.message ?? ""}`;
    const known = kinds.get(kind);
    if (known) known.count += 1;
    else kinds.set(kind, { count: 1, first: line.slice(0, 600) });
  }
  return [...kinds].map(([kind, { count, first }]) => `  ${count} × ${kind}\n    ${first}`);
}
