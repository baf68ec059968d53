import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fromBritishGrid } from "./british-grid";
import { readCodePointOpen } from "./code-point-open";
import { readNorthernIrelandPostcodes } from "./northern-ireland-postcodes";

/** A zip of small files, enough of the format for a reader: local headers, central directory, its end. */
function zipOf(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(Buffer.from(text)), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), made, common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

function crc32(bytes: Buffer): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

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
