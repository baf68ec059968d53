import { writePostcodes } from "@/ingest/build/write-postcodes";
import type { IngestRun } from "./ingest";

/** The ingest by itself, so that the memory measured is its own. */
const [, , file = "", output = ""] = process.argv;
const said: string[] = [];
const started = performance.now();
await writePostcodes("--onspd", (line) => said.push(line), file, { output });
const run: IngestRun = {
  seconds: (performance.now() - started) / 1000,
  maxRss: process.resourceUsage().maxRSS * 1024,
  said,
};
process.send?.(run);
