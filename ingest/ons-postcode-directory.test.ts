import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readPostcodeDirectory } from "./ons-postcode-directory";

const HEADER = "pcd7,pcds,dointr,doterm,lat,long,gridind,lad25cd,pcon24cd,icb26cd";
const LIVE = "ZY1 1AA,ZY1 1AA,198001,,54.5,-3.25,1,E06009999,E14009999,E54009999";

async function read(...lines: string[]) {
  const rows = [];
  for await (const row of readPostcodeDirectory("onspd.csv", Readable.from([lines.join("\r\n")])))
    rows.push(row);
  return rows;
}

describe("readPostcodeDirectory", () => {
  it("reads a live postcode with its codes and position", async () => {
    expect(await read(HEADER, LIVE)).toEqual([
      {
        postcode: "ZY11AA",
        terminated: null,
        position: [-3.25, 54.5],
        quality: 1,
        constituency: "E14009999",
        council: "E06009999",
        healthBody: "E54009999",
        healthBoard: null,
      },
    ]);
  });

  /** The columns of the editions of 2026 in their order, as programs that read them list them (docs/data-sources.md). */
  const EDITIONS = {
    "the directory of 2026": `pcd7 pcd8 pcds dointr doterm cty26cd ced25cd lad26cd wd26cd parncp26cd usrtypind east1m
      north1m gridind hlth19cd nhser24cd ctry26cd rgn26cd ssr95cd pcon24cd eer20cd educ23cd ttwa15cd pco19cd itl25cd
      wdstl05cd oa01cd wdcas03cd npark16cd lsoa01cd msoa01cd ruc01ind oac01ind oa11cd lsoa11cd msoa11cd wz11cd sicbl26cd
      bua24cd ruc11ind oac11ind lat long lep21cd1 lep21cd2 pfa23cd imd20ind cal26cd icb26cd oa21cd lsoa21cd msoa21cd
      ruc21ind oac21ind`,
    "the lookup of August 2026": `pcd7 pcd8 pcds dointr doterm usrtypind east1m north1m gridind oa21cd cty26cd ced25cd
      lad26cd wd26cd nhser24cd ctry26cd rgn26cd pcon24cd ttwa15cd itl25cd npark16cd lsoa21cd msoa21cd wz11cd sicbl26cd
      bua24cd ruc21ind oac21ind lat long lep21cd1 lep21cd2 pfa23cd imd25ind icb26cd`,
  };
  it.each(Object.entries(EDITIONS))(
    "reads %s: all text in quotation marks, positions without",
    async (_, columns) => {
      const names = columns.split(/\s+/);
      const cells: Record<string, string> = { pcds: "ZY1 1AA", gridind: "1", pcon24cd: "E14009999" };
      const codes = { lad26cd: "E06009999", icb26cd: "E54009999", hlth19cd: "E18000001" };
      const positions: Record<string, string> = { lat: "54.500000", long: "-3.250000" };
      const line = names
        .map((name) => positions[name] ?? `"${{ ...cells, ...codes }[name] ?? ""}"`)
        .join(",");
      const [row] = await read(names.join(","), line);
      expect(row).toEqual({
        postcode: "ZY11AA",
        terminated: null,
        position: [-3.25, 54.5],
        quality: 1,
        constituency: "E14009999",
        council: "E06009999",
        healthBody: "E54009999",
        healthBoard: names.includes("hlth19cd") ? "E18000001" : null,
      });
    },
  );

  it("knows a terminated one, one without a position, and codes that stand for none", async () => {
    const [ended] = await read(HEADER, LIVE.replace("198001,,", "198001,201906,"));
    expect(ended?.terminated).toBe("2019-06");
    const nowhere = "ZY11AB,ZY1 1AB,198001,,99.999999,0.000000,9,S12009999,S14009999,S99999999";
    const [scottish] = await read(HEADER, nowhere);
    expect(scottish).toMatchObject({ position: null, council: "S12009999", healthBody: null });
  });

  it("reads the health board of Scotland and Wales where the edition has that column", async () => {
    const wales = `${LIVE.replace("E54009999", "W99999999")},W11000029`;
    const [row] = await read(`${HEADER},HLTH19CD`, wales);
    expect(row).toMatchObject({ healthBody: null, healthBoard: "W11000029" });
    const [irish] = await read(`${HEADER},oshlthau`, `${LIVE},ZC010`);
    expect(irish?.healthBoard).toBeNull();
  });

  it("takes the two outward codes without a figure that the directory has", async () => {
    const rows = await read(
      HEADER,
      LIVE.replace(",ZY1 1AA", ",GIR 0AA"),
      LIVE.replace(",ZY1 1AA", ",NPT 0AA"),
    );
    expect(rows.map(({ postcode }) => postcode)).toEqual(["GIR0AA", "NPT0AA"]);
  });

  it.each([
    ["the directory until 2025", "PCD,PCD2,PCDS,DOTERM,OSLAUA,OSGRDIND,PCON,LAT,LONG,ICB"],
    ["the lookup", "pcd,pcd2,pcds,doterm,laua,osgrdind,pcon,lat,long,icb"],
  ])("reads the columns of %s, in any order and case", async (_, header) => {
    const cells = 'ZY11AA,ZY1 1AA,"ZY1 1AA",,E06009999,1,E14009999,54.5,-3.25,E54009999';
    expect(await read(header, cells)).toEqual(await read(HEADER, LIVE));
  });

  it.each([
    [[HEADER.replace("doterm,", ""), LIVE], 'row 1, column "doterm": this column is missing'],
    [[HEADER, LIVE, LIVE.replace("ZY1 1AA,198001", "ZZZ,198001")], 'row 3, column "pcds"'],
    [[HEADER, LIVE.replace("198001,,", "198001,201913,")], 'row 2, column "doterm"'],
    [[HEADER, LIVE.replace("54.5", "545000")], 'row 2, column "lat"'],
    [[HEADER, LIVE.replace("-3.25", "")], 'row 2, column "long"'],
    [[HEADER, LIVE.replace("E06009999", "Cumberland")], 'row 2, column "lad25cd"'],
    [[HEADER, LIVE.replace(",1,", ",0,")], 'row 2, column "gridind"'],
    [[HEADER, LIVE, LIVE.slice(0, -10)], "row 3: 9 columns, not the 10 of the header"],
    [[HEADER, LIVE.replace("ZY1 1AA", 'ZY1 "1AA')], "row 2"],
    [[`${HEADER},hlth19cd`, `${LIVE},Cumbria`], 'row 2, column "hlth19cd"'],
    [[""], "the file is empty"],
  ])("refuses %j", async (lines, message) => {
    await expect(read(...lines)).rejects.toThrow(message);
  });

  it("reads on while rows come, and holds none of them", async () => {
    const endless = Readable.from(
      (function* () {
        yield `${HEADER}\n`;
        for (;;) yield `${LIVE}\n`;
      })(),
    );
    let read = 0;
    for await (const row of readPostcodeDirectory("onspd.csv", endless)) {
      expect(row.postcode).toBe("ZY11AA");
      if (++read === 10_000) break;
    }
    expect(read).toBe(10_000);
  });
});
