import { writeFileSync, writeSync } from "node:fs";
import { openOcds } from "@/ingest/ocds-notices";
import { openGeojson } from "@/ingest/sites-geojson";
import { openKml } from "@/ingest/sites-kml";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

/**
 * The process that reads one file of a map or of notices and nothing else: bytes on its standard input, one line of JSON for each row on
 * its standard output, and at its end one report on descriptor 3. Whoever starts it (open-map-file.ts) watches its memory and its time.
 */

const OPENERS = { kml: openKml, geojson: openGeojson, ocds: openOcds };

try {
  // Where the machine runs out of memory it is this process that Linux should end, and not the server.
  writeFileSync("/proc/self/oom_score_adj", "1000");
} catch {
  // Not Linux: the heap's limit and the deadline are left.
}

const report = (what: object) => writeSync(3, JSON.stringify(what));
const hand = (lines: string) =>
  new Promise<void>((done, failed) => {
    process.stdout.write(lines, (error) => (error ? failed(error) : done()));
  });

async function read(): Promise<void> {
  const open = Object.entries(OPENERS).find(([kind]) => kind === process.argv[2])?.[1];
  if (!open) throw new Error(`no kind of file: ${process.argv[2]}`);
  try {
    const list = await open(process.stdin);
    for await (const slice of list.slices())
      await hand(slice.map((row) => `${JSON.stringify(row)}\n`).join(""));
    report({ header: list.header, cleaned: list.cleaned() });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    report({ refused: error.code, detail: error.detail, row: error.row });
  }
}

void read();
