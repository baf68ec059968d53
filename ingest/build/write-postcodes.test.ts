import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeEnded, endedMonth } from "@/db/reference/ended-postcodes";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { findInTable } from "@/db/reference/postcode-table";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import { zipOf } from "@/ingest/testing-zip";
import { writePostcodes } from "./write-postcodes";

/** The columns of the ONS's directory that are read, and a few that are not, in its order. Every row here is made up. */
const HEADER =
  "pcd7,pcd8,pcds,dointr,doterm,lad25cd,gridind,hlth19cd,ctry25cd,pcon24cd,lat,long,imd20ind,icb26cd";
const row = (pcds: string, doterm: string, areas: string[], position = "54.8965,-2.9578", quality = 1) => {
  const [council, healthBody, seat, icb] = areas;
  const compact = pcds.replace(" ", "");
  return `${compact},${pcds},${pcds},198001,${doterm},${council},${quality},${healthBody},E92000001,${seat},${position},1,${icb}`;
};
const CARLISLE = ["E06000063", "E18000002", "E14001152", "E54000050"];
const CARDIFF = ["W06000015", "W11000029", "W07000090", "W92000004"];
const NOWHERE = ["L99999999", "L99999999", "L99999999", "L99999999"];
const ROWS = [
  HEADER,
  row("CA2 7HY", "", CARLISLE),
  row("CA2 7HA", "", ["E07000028", "E18000002", "E14000620", "E54000049"]), // all of them ended
  row("CA2 7HB", "201906", CARLISLE),
  row("CA97 1AA", "199602", CARLISLE, "99.999999,0.000000", 8),
  row("CF14 4XW", "", CARDIFF, "51.5071,-3.1905"),
  row("CA2 7HD", "", CARLISLE, "99.999999,0.000000", 9),
  row("CA2 7HE", "", CARLISLE, "54.8965,-2.9578", 6),
  row("JE2 3AB", "", NOWHERE, "99.999999,0.000000", 9),
  row("GIR 0AA", "198909", NOWHERE, "99.999999,0.000000", 8),
];

let folder: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "directory-"));
  output = join(folder, "tables");
  mkdirSync(output);
  copyFileSync(join(REFERENCE_FOLDER, "areas.json"), join(output, "areas.json"));
  writeFileSync(join(output, "datasets.json"), '[{"key":"code-point-open"},{"key":"councils"}]');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function load(path: string, leastLive = 1): Promise<string[]> {
  const said: string[] = [];
  await writePostcodes("--onspd", (line) => said.push(line), path, { output, leastLive });
  return said;
}

const quiet = () => undefined;
const table = (name: string) => brotliDecompressSync(readFileSync(join(output, name)));

describe("writing the tables from an ONS directory", () => {
  it("takes live and ended postcodes out of a CSV, says what it left out and what changed", async () => {
    const said = (await load(put("ONSPD_NOV_2025_UK.csv", ROWS.join("\r\n")))).join("\n");
    const live = decodePostcodes(table("postcodes.br"));
    expect(findInTable(live, "CA2", "7HY")).toMatchObject({
      constituency: "E14001152",
      council: "E06000063",
      healthBody: "E54000050",
      precision: "100m",
    });
    // Codes of areas that ended give way to the outlines.
    expect(findInTable(live, "CA2", "7HA")).toMatchObject({
      constituency: "E14001152",
      council: "E06000063",
      healthBody: "E54000050",
    });
    expect(findInTable(live, "CF14", "4XW")).toMatchObject({ healthBody: "W11000029" });
    expect(findInTable(live, "CA2", "7HD")).toMatchObject({ precision: "none", constituency: null });
    expect(findInTable(live, "CA2", "7HE")?.precision).toBe("small-area");
    expect(findInTable(live, "CA2", "7HB")).toBeNull();
    const ended = decodeEnded(table("postcodes-ended.br"));
    expect(endedMonth(ended, "CA2", "7HB")).toBe("2019-06");
    expect(endedMonth(ended, "CA97", "1AA")).toBe("1996-02");
    expect(said).toContain("ONS Postcode Directory, 2025-11: 9 rows, 5 live, 2 ended, 2 of no place");
    expect(said).toContain("no table of this format was there before");
    expect(JSON.parse(readFileSync(join(output, "datasets.json"), "utf8"))).toMatchObject([
      { key: "councils" },
      {
        key: "ons-postcode-directory",
        vintage: "2025-11",
        rows: 9,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it("reads the one table of the whole country in a zip, and says what changed since the last", async () => {
    await load(put("ONSPD_AUG_2025_UK.csv", ROWS.slice(0, 3).join("\n")));
    const zip = zipOf({
      "Documents/names.csv": "x",
      "Data/multi_csv/NSPL_NOV_2025_UK_CA.csv": "x",
      "Data/NSPL_NOV_2025_UK.csv": ROWS.join("\n"),
    });
    const said = (await load(put("NSPL_NOV_2025.zip", zip))).join("\n");
    expect(said).toContain("National Statistics Postcode Lookup, 2025-11");
    expect(said).toContain("3 new postcodes, such as CA2 7HD");
    expect(said).toContain("2 ended postcodes, 0 before");
  });

  it.each([
    [
      "a row that is not what it claims",
      "ONSPD_NOV_2025_UK.csv",
      [...ROWS, row("CA2 7HF", "201913", CARLISLE)],
      'row 11, column "doterm"',
    ],
    [
      "a postcode that is there twice",
      "ONSPD_NOV_2025_UK.csv",
      [...ROWS, row("CA2 7HY", "", CARLISLE)],
      "twice",
    ],
    ["a file that does not say its month", "postcodes.csv", ROWS, "which month"],
    ["the names of a zip", "ONSPD_NOV_2025.zip", ROWS, "not a zip file"],
  ])("refuses %s and leaves the old tables as they were", async (_, name, rows, message) => {
    await load(put("ONSPD_AUG_2025_UK.csv", ROWS.join("\n")));
    const files = () => readdirSync(output).map((file) => readFileSync(join(output, file), "base64"));
    const before = files();
    await expect(load(put(name, rows.join("\n")))).rejects.toThrow(message);
    expect(files()).toEqual(before);
  });

  it("refuses the table of one postcode area, a zip without the whole, and a file that is not there", async () => {
    const part = put("ONSPD_NOV_2025_UK.csv", ROWS.join("\n"));
    await expect(load(part, 1_500_000)).rejects.toThrow("only 5 live postcodes");
    const zip = put("ONSPD_NOV_2025.zip", zipOf({ "Data/multi_csv/ONSPD_NOV_2025_UK_CA.csv": "x" }));
    await expect(load(zip)).rejects.toThrow("no table such as ONSPD_NOV_2025_UK.csv");
    await expect(load(join(folder, "ONSPD_MAY_2025_UK.csv"))).rejects.toThrow("geoportal.statistics.gov.uk");
    expect(readdirSync(output).sort()).toEqual(["areas.json", "datasets.json"]);
  });

  it("finds the directory in the folder, and takes Northern Ireland from its own file where that is there", async () => {
    mkdirSync(join(folder, "postcodes"));
    put("postcodes/ONSPD_NOV_2025_UK.csv", [...ROWS, row("BT1 1AA", "", NOWHERE, "54.6,-5.93")].join("\n"));
    put(
      "postcodes/northern-ireland.csv",
      "postcode,lat,lon,precision,constituency,council,health_area\nBT1 1AB,54.6,-5.93,exact,N05000002,N09000003,BHSCT\n",
    );
    const said: string[] = [];
    await writePostcodes(folder, (line) => said.push(line), undefined, { output, leastLive: 1 });
    const live = decodePostcodes(table("postcodes.br"));
    expect(findInTable(live, "BT1", "1AB")).toMatchObject({ healthBody: "BHSCT" });
    expect(findInTable(live, "BT1", "1AA")).toBeNull();
    put("ONSPD_AUG_2025_UK.csv", "");
    await expect(writePostcodes(folder, quiet, undefined, { output })).rejects.toThrow("more than one");
  });
});
