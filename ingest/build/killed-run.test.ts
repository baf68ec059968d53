import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeEnded, endedMonth } from "@/db/reference/ended-postcodes";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { findInTable } from "@/db/reference/postcode-table";
import { REFERENCE_FOLDER, readTogether } from "@/db/reference/read-together";
import { finishSwitch, replaceTogether } from "./file-set";
import { writeAtomically } from "./reference-files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ingest-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script with the ingest's own functions in a process of its own. @returns how it ended, and its complaints */
async function run(script: string, ...args: string[]): Promise<[unknown, string]> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script, "--", ...args],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return [await new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal))), complaint];
}

/** A real process that writes a table with the ingest's own function and stops dead in the middle of it. */
const WRITER = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const write = fs.writeFileSync;
  fs.writeFileSync = (path, content) => {
    write(path, content.slice(0, content.length / 2));
    process.kill(process.pid, "SIGKILL");
  };
  syncBuiltinESMExports();
  const { writeAtomically } = await import("./ingest/build/reference-files.ts");
  writeAtomically(process.argv.at(-1), "new ".repeat(100_000));
`;

it("a run that is killed while it writes leaves the old table in place, and the next run replaces it", async () => {
  const path = join(folder, "table.json");
  writeAtomically(path, "old");
  expect(await run(WRITER, path)).toEqual(["SIGKILL", ""]);
  // It really died half way: what it had written is there under another name.
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readFileSync(path, "utf8")).toBe("old");
  writeAtomically(path, "newer");
  expect(readFileSync(path, "utf8")).toBe("newer");
});

/** A real process that dies at the renaming whose number it is given. */
const DIE_AT_RENAME = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const rename = fs.renameSync;
  let renames = 0;
  fs.renameSync = (...paths) => {
    if (++renames === Number(process.argv.at(-1))) process.kill(process.pid, "SIGKILL");
    rename(...paths);
  };
  syncBuiltinESMExports();
`;
const SET_WRITER = `${DIE_AT_RENAME}
  const { replaceTogether } = await import("./ingest/build/file-set.ts");
  await replaceTogether(process.argv.at(-2), (put) => {
    for (const name of ["live", "ended", "overlaps"]) put(process.argv.at(-2) + "/" + name, "new " + name);
  });
`;
const NAMES = ["live", "ended", "overlaps"];
const read = () => readTogether(NAMES, folder).map((bytes) => bytes?.toString().split(" ")[0]);

describe("a set of tables is replaced whole, whenever its ingest is killed", () => {
  it.each([
    ["before the set counts", 1, "old"],
    ["when it counts and none has its name", 2, "new"],
    ["when one of three has its name", 3, "new"],
    ["when two of three have", 4, "new"],
  ])("%s", { timeout: 60_000 }, async (_, at, expected) => {
    for (const name of NAMES) writeFileSync(join(folder, name), `old ${name}`);
    expect(await run(SET_WRITER, folder, String(at))).toEqual(["SIGKILL", ""]);
    expect(read()).toEqual(NAMES.map(() => expected));
    // It really died half way.
    expect(readdirSync(folder).length).toBeGreaterThan(NAMES.length);
    expect(finishSwitch(folder)).toBe(expected === "new" ? NAMES.length + 2 - at : 0);
    expect(read()).toEqual(NAMES.map(() => expected));
    await replaceTogether(folder, (put) => {
      put(join(folder, "live"), "newer live");
    });
    expect(read()).toEqual(["newer", expected, expected]);
    expect(readdirSync(folder).sort()).toEqual([...NAMES].sort());
  });

  it("and changes nothing when it refuses a row in the middle", async () => {
    for (const name of NAMES) writeFileSync(join(folder, name), `old ${name}`);
    const refused = replaceTogether(folder, (put) => {
      put(join(folder, "live"), "new live");
      throw new Error("refused");
    });
    await expect(refused).rejects.toThrow("refused");
    expect(read()).toEqual(["old", "old", "old"]);
    expect(readdirSync(folder).sort()).toEqual([...NAMES].sort());
  });
});

const POSTCODES_WRITER = `${DIE_AT_RENAME}
  const { writePostcodes } = await import("./ingest/build/write-postcodes.ts");
  const [output, ...files] = process.argv.slice(-4, -1);
  for (const file of files)
    await writePostcodes("--onspd", () => undefined, file, { output, leastLive: 1 });
`;
const HEADER = "pcds,doterm,gridind,lat,long,lad25cd,pcon24cd,icb26cd";
const LIVE = "CA2 7HY,,1,54.8965,-2.9578,E06000063,E14001152,E54000050";
const ENDED = "CA2 7HB,201906,1,54.8965,-2.9578,E06000063,E14001152,E54000050";

it("readers find the postcodes of one edition whenever `postcodes` is killed", {
  timeout: 60_000,
}, async () => {
  copyFileSync(join(REFERENCE_FOLDER, "areas.json"), join(folder, "areas.json"));
  const file = join(folder, "ONSPD_NOV_2025_UK.csv");
  writeFileSync(file, [HEADER, LIVE, ENDED].join("\n"));
  const next = join(folder, "ONSPD_MAY_2026_UK.csv");
  writeFileSync(next, [HEADER, LIVE.replace("7HY", "7HZ"), ENDED.replace("7HB", "7HY")].join("\n"));
  const edition = () => {
    const [live, ended, datasets] = readTogether(
      ["postcodes.br", "postcodes-ended.br", "datasets.json"],
      folder,
    ).map((bytes) => bytes ?? Buffer.from("[]"));
    return [
      findInTable(decodePostcodes(brotliDecompressSync(live as Buffer)), "CA2", "7HY") !== null,
      endedMonth(decodeEnded(brotliDecompressSync(ended as Buffer)), "CA2", "7HY"),
      JSON.parse(String(datasets))[0].vintage,
    ];
  };
  // Five renames for the first edition: the list, then four tables. The second dies with one of its four renamed.
  expect(await run(POSTCODES_WRITER, folder, file, next, "8")).toEqual(["SIGKILL", ""]);
  expect(edition()).toEqual([false, "2019-06", "2026-05"]);
  expect(finishSwitch(folder)).toBe(2 + 1);
});
