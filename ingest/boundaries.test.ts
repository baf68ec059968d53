import { describe, expect, it } from "vitest";
import { readBoundaryGeojson } from "./boundary-geojson";
import { readRegionsTopojson } from "./regions-topojson";
import { readWelshNames } from "./welsh-names";

const square = [
  [0, 50],
  [1, 50],
  [1, 51],
  [0, 51],
  [0, 50],
];
const feature = (code: string, geometry: unknown) => ({
  type: "Feature",
  properties: { code, name: "Place" },
  geometry,
});
const collection = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });

describe("readBoundaryGeojson", () => {
  it("reads polygons and multipolygons alike", () => {
    const text = collection(
      feature("E14000001", { type: "Polygon", coordinates: [square] }),
      feature("E14000002", { type: "MultiPolygon", coordinates: [[square], [square]] }),
    );
    const [one, two] = readBoundaryGeojson("file", text);
    expect(one).toEqual({ code: "E14000001", name: "Place", type: null, polygons: [[square.flat()]] });
    expect(two?.polygons).toHaveLength(2);
  });

  it.each([
    ["nonsense", "not JSON"],
    ['{"type":"Topology"}', "not a GeoJSON FeatureCollection"],
    [collection({ properties: { name: "No code" } }), 'row 1, column "properties.code"'],
    [collection(feature("E1X", { type: "Point", coordinates: [0, 50] })), 'row 1, column "geometry.type"'],
    [
      collection(
        feature("E1X", {
          type: "Polygon",
          coordinates: [
            [
              [530000, 180000],
              [0, 0],
              [0, 0],
              [0, 0],
            ],
          ],
        }),
      ),
      "row 1",
    ],
    [
      collection(
        feature("E14000001", { type: "Polygon", coordinates: [square] }),
        feature("E14000001", { type: "Polygon", coordinates: [square] }),
      ),
      "row 2",
    ],
  ])("refuses %s", (text, message) => {
    expect(() => readBoundaryGeojson("file", text)).toThrow(message);
  });
});

describe("readRegionsTopojson", () => {
  const layer = (properties: object) => ({
    type: "GeometryCollection",
    geometries: [{ type: "Polygon", arcs: [[0]], properties }],
  });
  const topology = {
    type: "Topology",
    arcs: [square],
    objects: {
      rgn: layer({ areacd: "E12000001", areanm: "North East" }),
      ctry: layer({ areacd: "E92000001", areanm: "England" }),
      ltla: layer({ areacd: "E06000063", areanm: "Cumberland", start: 2023 }),
    },
  };

  it("reads the regions, the nations and the first years of councils", () => {
    const file = readRegionsTopojson("file", JSON.stringify(topology));
    expect(file.regions).toEqual([
      { code: "E12000001", name: "North East", type: null, polygons: [[square.flat()]] },
    ]);
    expect(file.nations.map(({ name }) => name)).toEqual(["England"]);
    expect(file.councilStartYears).toEqual(new Map([["E06000063", 2023]]));
  });

  it("refuses a file without the layers, and what is no topology", () => {
    const { ctry: _ctry, ...objects } = topology.objects;
    expect(() => readRegionsTopojson("file", JSON.stringify({ ...topology, objects }))).toThrow(
      'column "objects.ctry"',
    );
    expect(() => readRegionsTopojson("file", "<html>")).toThrow("not JSON");
  });
});

describe("readWelshNames", () => {
  it("finds names by code and by English name", () => {
    const names = readWelshNames("file", "code,name,name_cy\nW07000111,Wrexham,Wrecsam\n");
    expect(names.byCode.get("W07000111")).toBe("Wrecsam");
    expect(names.byEnglishName.get("Wrexham")).toBe("Wrecsam");
  });

  it("refuses a missing column, another nation's code and an empty name, naming the place", () => {
    expect(() => readWelshNames("f.csv", "code,name\nW07000111,Wrexham\n")).toThrow(
      'f.csv, row 1, column "name_cy"',
    );
    expect(() => readWelshNames("f.csv", "code,name,name_cy\nE1,A,B\n")).toThrow(
      'f.csv, row 2, column "code"',
    );
    expect(() => readWelshNames("f.csv", "code,name,name_cy\nW07000111,A,\n")).toThrow("row 2");
    expect(() => readWelshNames("f.csv", 'code,name,name_cy\nW07000111,"A,\n')).toThrow("f.csv");
  });
});
