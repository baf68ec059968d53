import { describe, expect, it } from "vitest";
import { fromBritishGrid } from "./british-grid";
import { readCodePointOpen } from "./code-point-open";
import { readNorthernIrelandPostcodes } from "./northern-ireland-postcodes";
import { zipOf } from "./testing-zip";

const read = async (csv: string) => {
  const rows = [];
  for await (const row of readCodePointOpen("cpo.zip", zipOf({ "doc/readme.txt": "x", "zy.csv": csv })))
    rows.push(row);
  return rows;
};

describe("fromBritishGrid", () => {
  it("agrees with OS's worked example to ten metres", () => {
    const [lon, lat] = fromBritishGrid(651_409.903, 313_177.27);
    expect(lat).toBeCloseTo(52.65798, 4);
    expect(lon).toBeCloseTo(1.71605, 4);
  });
});

describe("readCodePointOpen", () => {
  it("reads rows with and without a position", async () => {
    const rows = await read(
      '"ZY1 1AA",10,400000,300000,"E92000001","E19000001","E18000002","","E06000063","E05000001"\n' +
        '"ZY991AB",90,0,0,"S92000003","","","","",""\n',
    );
    expect(rows[0]).toMatchObject({
      postcode: "ZY11AA",
      quality: 10,
      councilCode: "E06000063",
      healthCode: "E18000002",
    });
    expect(rows[0]?.position?.[1]).toBeCloseTo(52.598, 2);
    expect(rows[1]).toMatchObject({
      postcode: "ZY991AB",
      position: null,
      councilCode: null,
      countryCode: "S92000003",
    });
  });

  const good = '"ZY1 1AA",10,400000,300000,"E92000001","","","","E06000063",""\n';
  it.each([
    ["too few columns", '"ZY1 1AA",10\n', 'cpo.zip, zy.csv, row 2, column "PC"'],
    ["no postcode", '"Carlisle",10,4,3,"E92000001","","","","",""\n', 'row 2, column "PC"'],
    ["a quality OS does not use", '"ZY1 1AB",77,4,3,"E92000001","","","","",""\n', 'row 2, column "PQ"'],
    ["degrees for metres", '"ZY1 1AB",10,-3.1,54.8,"E92000001","","","","",""\n', 'row 2, column "EA"'],
    ["another country", '"ZY1 1AB",10,4,3,"N92000002","","","","",""\n', 'row 2, column "CY"'],
  ])("refuses %s, naming the row", async (_what, bad, message) => {
    await expect(read(good + bad)).rejects.toThrow(message);
  });

  it("refuses what is not a zip, and a zip without the tables", async () => {
    await expect(drain(Buffer.from("postcode,lat"))).rejects.toThrow("not a zip file");
    await expect(drain(zipOf({ "notes.csv": good }))).rejects.toThrow("no CSV of a postcode area");
  });
});

async function drain(bytes: Buffer): Promise<void> {
  for await (const _row of readCodePointOpen("f", bytes));
}

describe("readNorthernIrelandPostcodes", () => {
  const header = "postcode,lat,lon,precision,constituency,council,health_area\n";

  it("reads exact, small-area and positionless rows", () => {
    const rows = readNorthernIrelandPostcodes(
      "f",
      `${header}BT999ZZ,54.6,-5.9,exact,N05000003,N09000003,BHSCT\nBT998ZZ,,,small-area,,,\n`,
    );
    expect(rows[0]).toMatchObject({ postcode: "BT999ZZ", position: [-5.9, 54.6], precision: "exact" });
    expect(rows[1]).toMatchObject({ position: null, constituency: null, council: null, healthBody: null });
  });

  it.each([
    ["CA27HY,54.6,-5.9,exact,a,b,c", "postcode"],
    ["BT999ZZ,51.5,-5.9,exact,a,b,c", "lat"],
    ["BT999ZZ,54.6,0.1,exact,a,b,c", "lon"],
    ["BT999ZZ,54.6,-5.9,rough,a,b,c", "precision"],
  ])("refuses %s", (line, column) => {
    expect(() => readNorthernIrelandPostcodes("f", `${header}${line}\n`)).toThrow(
      `f, row 2, column "${column}"`,
    );
  });
});
