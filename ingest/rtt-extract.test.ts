import { describe, expect, it } from "vitest";
import { type RttRow, readRttExtract } from "./rtt-extract";
import { zipOf } from "./testing-zip";

const HEADER =
  "Period,Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,Commissioner Parent Name,Commissioner Org Code,Commissioner Org Name,RTT Part Type,RTT Part Description,Treatment Function Code,Treatment Function Name,Gt 00 To 01 Weeks SUM 1,Gt 104 Weeks SUM 1,Total,Patients with unknown clock start date,Total All";
const ROW =
  'RTT-April-2026,QHM,NORTH EAST,E1U4T,"SPAMEDICA, CARLISLE",QHM,NORTH EAST,01H,SUB ICB,Part_1A,Completed,C_130,Ophthalmology Service,3,1,4,2,6';

async function read(csv: string): Promise<RttRow[]> {
  return readZip(zipOf({ "extract.csv": csv }));
}

async function readZip(zip: Buffer): Promise<RttRow[]> {
  const rows = [];
  for await (const row of readRttExtract("rtt.zip", zip)) rows.push(row);
  return rows;
}

describe("readRttExtract", () => {
  it("reads a row with the pathways of all, those whose start is not known among them", async () => {
    expect(await read(`\uFEFF${HEADER}\n${ROW}\n`)).toEqual([
      {
        line: 2,
        period: "2026-04",
        providerCode: "E1U4T",
        providerName: "SPAMEDICA, CARLISLE",
        providerHealthBody: "QHM",
        commissionerCode: "01H",
        commissionerName: "SUB ICB",
        commissionerHealthBody: "QHM",
        part: "admitted",
        functionCode: "C_130",
        functionName: "Ophthalmology Service",
        pathways: 6,
      },
    ]);
  });

  it("takes empty cells of new periods, and a commissioner outside any board", async () => {
    const row = ROW.replace("Part_1A", "Part_3").replace(",QHM,NORTH EAST,01H", ",,,NONC");
    const [only] = await read(`${HEADER}\n${row.replace("3,1,4,2,6", "0,0,,,9")}\n`);
    expect(only).toMatchObject({ part: "new-periods", pathways: 9, commissionerHealthBody: "" });
  });

  it.each([
    [ROW.replace(",2,6", ",2,7"), /row 2, column "Total All": the weeks come to 6, not 7/],
    [ROW.replace("3,1,4", "3,x,4"), /row 2, column "Gt 104 Weeks SUM 1": "x" is not a number/],
    [ROW.replace("3,1,4", "3,-1,4"), /row 2, column "Gt 104 Weeks SUM 1"/],
    [ROW.replace("Part_1A", "Part_9"), /row 2, column "RTT Part Type": "Part_9" is not a part/],
    [ROW.replace("RTT-April-2026", "April"), /row 2, column "Period"/],
    [ROW.replace("E1U4T", "=1+1"), /row 2, column "Provider Org Code": "=1\+1" is not a code/],
    [ROW.replace("C_130", "130;"), /row 2, column "Treatment Function Code"/],
    [`${ROW},9`, /row 2: 19 columns, not 18/],
    [ROW.replace('"SPA', 'S"PA'), /row 2/],
    ["", /no rows in it/],
  ])("refuses %s", async (row, message) => {
    await expect(read(`${HEADER}\n${row}\n`)).rejects.toThrow(message);
  });

  it("names a column that is missing", async () => {
    const header = HEADER.replace("Provider Org Code", "Provider Code");
    await expect(read(`${header}\n${ROW}\n`)).rejects.toThrow(/row 1, column "Provider Org Code".*missing/);
    const withoutWeeks = HEADER.replaceAll("Weeks SUM 1", "W");
    await expect(read(`${withoutWeeks}\n${ROW}\n`)).rejects.toThrow(/no columns of weeks waited/);
  });

  it("refuses what is no zip, holds no CSV or several, or is cut off", async () => {
    await expect(readZip(Buffer.from("not a zip"))).rejects.toThrow(
      "rtt.zip: the zip file is cut off or damaged",
    );
    await expect(readZip(zipOf({ "read-me.txt": "x" }))).rejects.toThrow(/no CSV in it/);
    await expect(readZip(zipOf({ "a.csv": HEADER, "b.csv": HEADER }))).rejects.toThrow(/more than one CSV/);
    const whole = zipOf({ "extract.csv": `${HEADER}\n${ROW}\n` });
    await expect(readZip(whole.subarray(0, whole.length - 40))).rejects.toThrow(/cut off or damaged$/);
    const damaged = Buffer.from(whole);
    damaged.fill(0, 60, 300);
    await expect(readZip(damaged)).rejects.toThrow(/cut off or damaged$/);
  });
});
