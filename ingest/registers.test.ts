import { describe, expect, it } from "vitest";
import { readDiagnosticCentres } from "./community-diagnostic-centres";
import { readGpPayments } from "./gp-payments";
import { readNhsukHospitals } from "./nhsuk-hospitals";
import { readOdsBranches } from "./ods-branches";
import { readOdsOrganisations } from "./ods-organisations";

/** A line of an ODS file, from the cells that say something, by their column. */
function odsLine(cells: Record<number, string>): string {
  return Array.from({ length: 27 }, (_, index) => `"${cells[index + 1] ?? ""}"`).join(",");
}

const PRACTICE = {
  1: "Z99001",
  2: "THE MADE UP SURGERY",
  4: "QZZ",
  5: "1 HIGH STREET",
  7: "SOMETOWN",
  10: "ZY1 1AA",
  11: "19740401",
  13: "A",
  26: "4",
};

describe("the register of GP practices", () => {
  it("reads a practice, in the layout of 2025 and in the one since", () => {
    const expected = {
      code: "Z99001",
      name: "THE MADE UP SURGERY",
      healthBodyCode: "QZZ",
      postcode: "ZY11AA",
      addressLines: ["1 HIGH STREET", "SOMETOWN"],
      openedOn: "1974-04-01",
      closedOn: null,
      status: "A",
      isGpPractice: true,
    };
    const since = { ...PRACTICE, 13: "ACTIVE", 26: "RO76|RO80" };
    expect(readOdsOrganisations("f", `${odsLine(PRACTICE)}\n${odsLine(since)}\n`)).toEqual([
      expected,
      expected,
    ]);
  });

  it("reads branches with their practice, since when and until when; no vaccination site, and no other file", () => {
    const branch = {
      ...PRACTICE,
      1: "Z99001001",
      2: "THE BRANCH",
      13: "",
      15: "Z99001",
      16: "19800101",
      26: "",
    };
    const lines = [
      branch,
      { ...branch, 12: "20250430", 17: "20250430" },
      { ...branch, 17: "20240331" },
      { ...branch, 2: "COVID LOCAL VACCINATION SERVICE" },
      { ...PRACTICE, 15: "01H" },
    ];
    expect(readOdsBranches("f", lines.map(odsLine).join("\n"))).toMatchObject([
      {
        code: "Z99001001",
        practiceCode: "Z99001",
        openedOn: "1974-04-01",
        endedOn: null,
        postcode: "ZY11AA",
      },
      { endedOn: "2025-04-30" },
      { endedOn: "2024-03-31" },
    ]);
    expect(() => readOdsBranches("f", odsLine({ ...branch, 17: "soon" }))).toThrow('"soon" is not a day');
  });

  it("knows a closed one, and a prescriber that is no practice", () => {
    const closed = odsLine({ ...PRACTICE, 12: "20250430", 13: "C" });
    const prison = odsLine({ ...PRACTICE, 26: "10" });
    expect(readOdsOrganisations("f", `${closed}\n${prison}`)).toMatchObject([
      { closedOn: "2025-04-30", status: "C", isGpPractice: true },
      { status: "A", isGpPractice: false },
    ]);
  });

  it.each([
    [{ 11: "01/04/1974" }, 'f, row 2, column "11": "01/04/1974" is not a day'],
    [{ 11: "20250230" }, 'f, row 2, column "11": "20250230" is not a day'],
    [{ 13: "X" }, 'f, row 2, column "13": "X" is not a status'],
    [{ 1: "<b>" }, 'f, row 2, column "1": "<b>" is not an ODS code'],
  ])("refuses %j", (change, message) => {
    const text = `${odsLine(PRACTICE)}\n${odsLine({ ...PRACTICE, ...change })}\n`;
    expect(() => readOdsOrganisations("f", text)).toThrow(message);
  });

  it("refuses a file cut off in the middle of a quoted cell", () => {
    expect(() => readOdsOrganisations("f", odsLine(PRACTICE).slice(0, -4))).toThrow("f, row 1");
  });
});

const HOSPITAL = {
  OrganisationCode: "ZZZ01",
  Sector: "Independent Sector",
  OrganisationStatus: "Visible",
  OrganisationName: "St Nowhere’s Hospital ",
  Address1: "",
  Address2: "Long Road",
  Address3: "",
  City: "Sometown",
  Postcode: "ZY1 1AA",
  Latitude: "54.9",
  Longitude: "-2.95",
  ParentODSCode: "ZZZ",
  ParentName: "Nowhere NHS Trust",
};

function hospitals(...rows: Partial<typeof HOSPITAL>[]): Uint8Array {
  const lines = [Object.keys(HOSPITAL), ...rows.map((row) => Object.values({ ...HOSPITAL, ...row }))];
  return Buffer.from(lines.map((cells) => cells.join("¬").replace("’", "'")).join("\r\n"), "latin1");
}

describe("the hospitals of the NHS website", () => {
  it("reads latin-1 and the broken bar, and leaves out what the website did not show", () => {
    const read = readNhsukHospitals(
      "f",
      hospitals({}, { OrganisationCode: "ZZZ02", OrganisationStatus: "Hidden" }),
    );
    expect(read).toEqual([
      {
        code: "ZZZ01",
        name: "St Nowhere's Hospital",
        addressLines: ["Long Road"],
        town: "Sometown",
        postcode: "ZY1 1AA",
        lon: -2.95,
        lat: 54.9,
        parentCode: "ZZZ",
        parentName: "Nowhere NHS Trust",
      },
    ]);
    const [jersey] = readNhsukHospitals("f", hospitals({ Latitude: "", Longitude: "" }));
    expect(jersey).toMatchObject({ lon: null, lat: null });
  });

  it.each([
    [{ Postcode: "nowhere" }, 'row 2, column "Postcode"'],
    [{ Latitude: "north" }, 'row 2, column "Latitude"'],
    [{ ParentODSCode: "" }, 'row 2, column "ParentODSCode"'],
    [{ OrganisationName: "" }, 'row 2, column "OrganisationName"'],
    [{ OrganisationName: "A¬B" }, "row 2: 14 columns, not 13"],
  ])("refuses %j", (row, message) => {
    expect(() => readNhsukHospitals("f", hospitals(row))).toThrow(message);
  });

  it("refuses a code twice, and a file of UTF-8, whose separator is another", () => {
    expect(() => readNhsukHospitals("f", hospitals({}, {}))).toThrow('row 3, column "OrganisationCode"');
    const utf8 = Buffer.from(Object.keys(HOSPITAL).join("¬"), "utf8");
    expect(() => readNhsukHospitals("f", utf8)).toThrow("this column is missing");
  });
});

describe("the community diagnostic centres", () => {
  const centre = (properties: Record<string, string>) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [-1.5, 53.5] },
    properties: { name: "Made Up CDC", address: "Some  Town, ZY1 1AA ", icbCode: "E54000099", ...properties },
  });
  const geojson = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });

  it("takes the address apart", () => {
    expect(readDiagnosticCentres("f", geojson(centre({})))).toEqual([
      {
        name: "Made Up CDC",
        town: "Some  Town",
        postcode: "ZY1 1AA",
        lon: -1.5,
        lat: 53.5,
        boardCode2023: "E54000099",
      },
    ]);
  });

  it("reads the script of GOV.UK's map without running it", () => {
    const script = `/* a comment */
window.GOVUK = window.GOVUK || {}
window.GOVUK.cdcGeojson = {
  type: 'FeatureCollection',
  features: [
    {
      geometry: { type: 'Point', coordinates: [-1.5, 53.5] },
      properties: { name: 'Queen\\'s: a CDC', address: "Bishop's Town, ZY1 1AA", icbCode: 'E54000099' }
    }
  ]
}
`;
    expect(readDiagnosticCentres("f", script)).toMatchObject([
      { name: "Queen's: a CDC", town: "Bishop's Town" },
    ]);
  });

  it.each([
    [centre({ address: "Sometown" }), 'row 1, column "properties.address"'],
    [centre({ icbCode: "QZZ" }), 'row 1, column "properties.icbCode"'],
    [{ ...centre({}), geometry: null }, 'row 1, column "geometry"'],
  ])("refuses a feature that is none", (feature, message) => {
    expect(() => readDiagnosticCentres("f", geojson(feature))).toThrow(message);
  });

  it("refuses one name twice, and what is no GeoJSON", () => {
    expect(() => readDiagnosticCentres("f", geojson(centre({}), centre({})))).toThrow("row 2");
    expect(() => readDiagnosticCentres("f", "<html>")).toThrow("not JSON");
    expect(() => readDiagnosticCentres("f", "[]")).toThrow("not a GeoJSON FeatureCollection");
  });
});

describe("the payments to general practice", () => {
  const header = "Practice Code,Practice Name,Practice Postcode,Practice Close Date,Contract Type,Global Sum";

  it("reads code, contract type and a close date, behind a byte order mark", () => {
    const text = `\ufeff${header}\nZ99001,A PRACTICE,ZY1  1AA,31/03/2023,APMS,1\n`;
    expect(readGpPayments("f", text)).toEqual([
      { code: "Z99001", name: "A PRACTICE", postcode: "ZY1 1AA", contract: "APMS", closedOn: "2023-03-31" },
    ]);
  });

  it.each([
    ["Z99001,A,ZY1 1AA,,XMS,1", "Contract Type"],
    ["12345,A,ZY1 1AA,,GMS,1", "Practice Code"],
    ["Z99001,A,ZY1 1AA,2023-03-31,GMS,1", "Practice Close Date"],
  ])("refuses %s", (line, column) => {
    expect(() => readGpPayments("f", `${header}\n${line}\n`)).toThrow(`row 2, column "${column}"`);
  });
});
