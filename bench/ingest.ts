import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { entryAt } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";

/** Issue 3: every postcode in minutes, in less memory than this. */
const LIMIT_BYTES = 1_000_000_000;

const HEADER =
  "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,lad26cd,wd26cd,nhser24cd," +
  "ctry26cd,rgn26cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl26cd,bua24cd,ruc21ind,oac21ind," +
  "lat,long,lep21cd1,lep21cd2,pfa23cd,imd25ind,icb26cd";

export type IngestRun = { seconds: number; maxRss: number; said: string[] };

/**
 * Loads a file with every postcode of the clone, in the columns of the ONS's lookup of 2026, as `npm run ingest --
 * postcodes --onspd` does, in a process of its own. Nothing of the clone is replaced.
 */
export async function benchIngest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nhs-map-ingest-"));
  try {
    const file = join(folder, "NSPL_AUG_2026_UK.csv");
    const output = join(folder, "tables");
    mkdirSync(output);
    copyFileSync(join(REFERENCE_FOLDER, "areas.json"), join(output, "areas.json"));
    await pipeline(Readable.from(lines()), createWriteStream(file));
    const rows = postcodeTable().inward.length;
    const child = fork(fileURLToPath(new URL("ingest-run.ts", import.meta.url)), [file, output], {
      execArgv: ["--import", "tsx"],
    });
    const [run] = (await Promise.race([once(child, "message"), failed(child)])) as [IngestRun];
    for (const line of run.said) console.log(line);
    console.log("| rows | seconds | rows/s | most memory | of the limit of 1 GB |");
    console.log("|---|---|---|---|---|");
    const rate = (rows / run.seconds).toFixed(0);
    const memory = `${(run.maxRss / 1_000_000).toFixed(0)} MB`;
    const share = (run.maxRss / LIMIT_BYTES).toFixed(2);
    console.log(`| ${rows} | ${run.seconds.toFixed(0)} | ${rate} | ${memory} | ${share} |`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function failed(child: ReturnType<typeof fork>): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Error(`The ingest ended with ${code}.`);
}

/** An outward code at a time. Codes that the ONS has no column for here are left out; the outlines then say. */
function* lines(): Generator<string> {
  const table = postcodeTable();
  yield `${HEADER}\n`;
  const place = (name: string) => HEADER.split(",").indexOf(name);
  const empty = HEADER.split(",").map(() => '""');
  for (const [i, outcode] of table.outcodes.entries()) {
    let text = "";
    for (let at = table.starts[i] ?? 0; at < (table.starts[i + 1] ?? 0); at++) {
      const { postcode, constituency, council, healthBody, lon, lat } = entryAt(table, outcode, at);
      const cells = [...empty];
      cells[place("pcds")] = `"${postcode}"`;
      cells[place("gridind")] = lon === null ? '"9"' : '"1"';
      cells[place("pcon24cd")] = `"${constituency ?? ""}"`;
      cells[place("lad26cd")] = `"${council ?? ""}"`;
      cells[place("icb26cd")] = `"${healthBody?.startsWith("E54") ? healthBody : ""}"`;
      cells[place("lat")] = lat?.toFixed(6) ?? "99.999999";
      cells[place("long")] = lon?.toFixed(6) ?? "0.000000";
      text += `${cells.join(",")}\n`;
    }
    yield text;
  }
}
