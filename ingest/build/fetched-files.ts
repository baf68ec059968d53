import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { SourceFile } from "./data-folder";
import { DATASETS, type DatasetKey } from "./dataset-registry";
import { writeAtomically } from "./reference-files";

/** Beside the files that `registers fetch` brought: when, from where, and what exactly. */
const FETCHED_FILE = "registers/fetched.json";

const fetchedSchema = z.record(
  z.string(),
  z.object({ fetchedOn: z.iso.date(), url: z.string(), sha256: z.string() }),
);
type Fetched = z.infer<typeof fetchedSchema>;

/**
 * The edition of a file: the month in which it was fetched for a register that its publisher renews without a date of its
 * own, else what the dataset registry says.
 */
export function vintageOf(folder: string, { key, sha256 }: Pick<SourceFile, "key" | "sha256">): string {
  const fetched = readFetched(folder)[key];
  const isFetched = fetched?.sha256 === sha256;
  return isFetched && RENEWED.has(key) ? fetched.fetchedOn.slice(0, 7) : DATASETS[key].vintage;
}

/** The payments file is of one year, whenever it is fetched. */
const RENEWED: ReadonlySet<DatasetKey> = new Set([
  "gp-practices",
  "gp-branches",
  "nhs-trusts",
  "hospitals",
  "diagnostic-centres",
]);

/** @param key of a data set, or what else is kept under a name of its own. */
export function recordFetched(folder: string, key: string, entry: Fetched[string]): void {
  const all = { ...readFetched(folder), [key]: entry };
  writeAtomically(join(folder, FETCHED_FILE), `${JSON.stringify(all, null, 2)}\n`);
}

function readFetched(folder: string): Fetched {
  const path = join(folder, FETCHED_FILE);
  return existsSync(path) ? fetchedSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
}
