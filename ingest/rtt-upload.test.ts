import { describe, expect, it } from "vitest";
import { readSentExtract } from "./rtt-upload";
import { zipOf } from "./testing-zip";

const HEADER =
  "Period,Provider Parent Org Code,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,Commissioner Org Code,Commissioner Org Name,RTT Part Type,Treatment Function Code,Treatment Function Name,Gt 00 To 01 Weeks SUM 1,Patients with unknown clock start date,Total All";
const ROW = "RTT-May-2026,QHM,E1U4T,SPAMEDICA CARLISLE,QHM,01H,SUB ICB,Part_1A,C_130,Eyes,4,2,6";
const CSV = `${HEADER}\n${ROW}\n`;

async function read(...pieces: (string | Buffer)[]) {
  const chunks = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece as string);
  })();
  const rows = [];
  for await (const row of readSentExtract("rtt", chunks, 100_000)) rows.push(row);
  return rows;
}

describe("readSentExtract", () => {
  it("reads the publisher's zip and the CSV in it alike, in whatever pieces they come", async () => {
    const rows = await read(CSV);
    expect(rows).toMatchObject([{ period: "2026-05", providerCode: "E1U4T", pathways: 6 }]);
    expect(await read(zipOf({ "extract.csv": CSV }))).toEqual(rows);
    const zip = zipOf({ "extract.csv": CSV });
    expect(await read(zip.subarray(0, 1), zip.subarray(1, 3), zip.subarray(3))).toEqual(rows);
    expect(await read("P", "e", CSV.slice(2))).toEqual(rows);
  });

  it("stops at the limit of a zip, and at a zip that would unpack to far more than an extract", async () => {
    await expect(read(zipOf({ "a.csv": CSV }), Buffer.alloc(100_000))).rejects.toMatchObject({
      code: "too-large",
    });
    const bomb = zipOf([{ name: "a.csv", content: CSV, claims: 3_000_000_000 }]);
    await expect(read(bomb)).rejects.toThrow(/too large/);
    // One that says it is small, and is not.
    const lie = zipOf([{ name: "a.csv", content: CSV.padEnd(90_000, "\n"), claims: CSV.length }]);
    await expect(read(lie)).rejects.toThrow(/cut off or damaged/);
  });

  it.each([
    ["a cut zip", [zipOf({ "a.csv": CSV }).subarray(0, 120)], /cut off or damaged/],
    ["nothing", [], /empty/],
    ["a PDF", ["%PDF-1.7"], /not-a-table/],
    ["a quote that is never closed", [`${HEADER}\n"${"x".repeat(40_000)}`], /row 2/],
    ["a cut row", [CSV.slice(0, -8)], /columns, not 13/],
    ["another register's file", ["Practice Code,Practice Name\nA82019,X\n"], /column "Period"/],
  ])("refuses %s", async (_, pieces, message) => {
    await expect(read(...pieces)).rejects.toThrow(message);
  });
});
