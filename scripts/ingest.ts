import { settings } from "@/env";
import { writeAreas } from "@/ingest/build/write-areas";
import { writeBasemap } from "@/ingest/build/write-basemap";
import { writeGround } from "@/ingest/build/write-ground";
import { writeHistory } from "@/ingest/build/write-history";
import { writeLines } from "@/ingest/build/write-lines";
import { writeNames } from "@/ingest/build/write-names";
import { writePostcodes } from "@/ingest/build/write-postcodes";
import { registers } from "@/ingest/build/write-registers";
import { writeRegistrations } from "@/ingest/build/write-registrations";
import { writeWaitingTimes } from "@/ingest/build/write-waiting-times";
import { reassign } from "./reassign";

type Say = (line: string) => void;

const COMMANDS: Record<string, (folder: string, say: Say, file?: string) => void | Promise<void>> = {
  areas: writeAreas,
  postcodes: writePostcodes,
  history: writeHistory,
  basemap: writeBasemap,
  names: writeNames,
  registers: (folder, say, target) => registers(folder, say, target, settings().CQC_API_KEY),
  registrations: writeRegistrations,
  "waiting-times": writeWaitingTimes,
};

/** What reads the clone's own tables. */
const OF_THE_CLONE: Record<string, (say: Say) => Promise<void>> = {
  ground: writeGround,
  lines: writeLines,
  reassign,
};

const USAGE = `Usage:
  npm run ingest -- <${Object.keys(COMMANDS).join(" | ")}> <folder with the publishers' files>
  npm run ingest -- postcodes --onspd <ONS Postcode Directory or NSPL, CSV or zip>
  npm run ingest -- registers fetch <folder to download the registers of places into>
  npm run ingest -- ground        draws the map's ground anew, out of the postcodes of the clone
  npm run ingest -- lines         cuts the map's lines into squares anew, out of the outlines of the clone
  npm run ingest -- reassign      loads the tables into the database and assigns every address anew`;

async function main([command = "", folder, file]: string[]): Promise<number> {
  const write = COMMANDS[command];
  const run = OF_THE_CLONE[command] ?? (write && folder ? (say: Say) => write(folder, say, file) : undefined);
  if (run === undefined) {
    console.error(USAGE);
    return 2;
  }
  const started = performance.now();
  // What a person watches goes to stderr, so that it is seen at once and kept out of pipes.
  const say = (line: string) =>
    console.error(`${((performance.now() - started) / 1000).toFixed(1)} s  ${line}`);
  try {
    await run(say);
    say(`done; at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory`);
    return 0;
  } catch (error) {
    const isBug = !(error instanceof Error) || error instanceof TypeError || error instanceof RangeError;
    console.error(isBug ? error : error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
