import { describe, expect, it } from "vitest";
import { readConstituencyPopulation } from "./constituency-population";
import { readMembersOfParliament } from "./members-of-parliament";
import { readNaturalEarthWater } from "./natural-earth";
import { readOdsOrganisations } from "./ods-organisations";
import { readGeonamesPlaces } from "./places-geonames";
import { readTowns } from "./towns-simplemaps";
import { readNeighbouringLand } from "./world-atlas";

describe("readConstituencyPopulation", () => {
  it("takes the total and refuses what is no number, or a seat twice", () => {
    expect(readConstituencyPopulation("f", "PCON24CD,0,total\nE1,5,100\n")).toEqual(new Map([["E1", 100]]));
    expect(() => readConstituencyPopulation("f", "PCON24CD,total\nE1,many\n")).toThrow(
      'row 2, column "total"',
    );
    expect(() => readConstituencyPopulation("f", "PCON24CD,total\nE1,1\nE1,2\n")).toThrow("row 3");
  });
});

describe("readMembersOfParliament", () => {
  const header = "PCON24CD,PCON24NM,MP,ID,TheyWorkForYou URI,Start date,Party name\n";
  const uri = "https://www.theyworkforyou.com/mp/1/a_member/a_place";

  it("reads a member", () => {
    const text = `${header}E14009999,A Place,A Member,12,${uri},2024-07-04T00:00:00,A Party\n`;
    expect(readMembersOfParliament("f", text, "2026-04")).toEqual([
      {
        constituencyCode: "E14009999",
        name: "A Member",
        party: "A Party",
        theyWorkForYouUrl: uri,
        parliamentId: 12,
        startDate: "2024-07-04",
        asOf: "2026-04",
      },
    ]);
  });

  it.each([
    [`E1,P,A,x,${uri},2024-07-04,Q`, "ID"],
    ["E1,P,A,1,javascript:alert(1),2024-07-04,Q", "TheyWorkForYou URI"],
    [`E1,P,A,1,${uri},July,Q`, "Start date"],
    [`E1,P,,1,${uri},2024-07-04,Q`, "MP"],
  ])("refuses %s", (line, column) => {
    expect(() => readMembersOfParliament("f", `${header}${line}\n`, "2026-04")).toThrow(
      `row 2, column "${column}"`,
    );
  });
});

describe("readOdsOrganisations", () => {
  const line = (...start: string[]) =>
    [...start, ...Array(27 - start.length).fill("")].map((c) => `"${c}"`).join(",");

  it("reads the columns by their place", () => {
    const text = `${line("R0X", "A TRUST", "Y00", "QXX", "", "", "", "", "", "ZY1 1AA")}\n`;
    expect(readOdsOrganisations("f", text)).toMatchObject([
      { code: "R0X", name: "A TRUST", healthBodyCode: "QXX", postcode: "ZY11AA" },
    ]);
  });

  it("refuses another layout", () => {
    expect(() => readOdsOrganisations("f", "Code,Name\n")).toThrow("f, row 1: 2 columns, not 27");
    expect(() => readOdsOrganisations("f", `${line("no code")}\n`)).toThrow("row 1");
  });
});

describe("place names", () => {
  const geonames = (name: string, lat: string) =>
    `${["GB", "ZY1", name, "England", "ENG", "", "", "", "", lat, "-3.0", "4"].join("\t")}\n`;

  it("reads GeoNames rows by their place and refuses others", () => {
    const places = readGeonamesPlaces("f", geonames('Up "Hill', "54.9"));
    expect(places).toEqual([{ name: 'Up "Hill', outcode: "ZY1", lon: -3, lat: 54.9 }]);
    expect(() => readGeonamesPlaces("f", "GB\tZY1\n")).toThrow("2 columns, not 12");
    expect(() => readGeonamesPlaces("f", geonames("Up", "12"))).toThrow('row 1, column "latitude"');
    expect(() => readGeonamesPlaces("f", geonames("Up", ""))).toThrow('column "latitude"');
  });

  it("reads towns, taking the town's own population, and refuses a place elsewhere", () => {
    const header = "city,lat,lng,capital,population,population_proper\n";
    expect(readTowns("f", `${header}Uptown,54.9,-3,primary,900,500\n`)).toEqual([
      { name: "Uptown", lon: -3, lat: 54.9, population: 500, capital: true },
    ]);
    expect(() => readTowns("f", `${header}Paris,48.9,2.3,primary,9,5\n`)).toThrow('row 2, column "lat"');
    expect(() => readTowns("f", `${header}Up,54.9,30,,9,5\n`)).toThrow('column "lng"');
    expect(() => readTowns("f", `${header}Up,54.9,-3,,many,\n`)).toThrow('column "population"');
  });
});

describe("Natural Earth", () => {
  it("reads lines and rings alike", () => {
    const geometry = {
      type: "LineString",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    };
    const feature = { type: "Feature", properties: { name: "Beck", min_zoom: 6 }, geometry };
    const text = JSON.stringify({ type: "FeatureCollection", features: [feature] });
    expect(readNaturalEarthWater("f", text)).toEqual([{ name: "Beck", minZoom: 6, lines: [[1, 2, 3, 4]] }]);
    expect(() => readNaturalEarthWater("f", '{"type":"Topology"}')).toThrow("f");
  });

  it("reads the land round the UK and the Irish border", () => {
    const arc = (...points: number[][]) => points;
    const country = (name: string, ...arcs: number[]) => ({
      type: "Polygon",
      arcs: [arcs],
      properties: { name },
    });
    const topology = {
      type: "Topology",
      arcs: [arc([0, 0], [0, 1]), arc([0, 1], [1, 1], [0, 0]), arc([0, 1], [-1, 1], [0, 0])],
      objects: {
        countries: {
          type: "GeometryCollection",
          geometries: [country("United Kingdom", 0, 1), country("Ireland", 0, 2)],
        },
      },
    };
    const land = readNeighbouringLand("f", JSON.stringify(topology));
    expect(land.countries.map(({ name }) => name)).toEqual(["Ireland"]);
    expect(land.irishBorder).toEqual([[0, 0, 0, 1]]);
    expect(() => readNeighbouringLand("f", '{"objects":{}}')).toThrow("not a topology");
  });
});
