import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findInTable } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { boundingBox, type Polygon, polygonContains } from "@/domain/areas/geometry";
import { type BoundaryFeature, readBoundaryGeojson } from "@/ingest/boundary-geojson";
import { type CodePointRow, readCodePointOpen } from "@/ingest/code-point-open";
import { readNorthernIrelandPostcodes } from "@/ingest/northern-ireland-postcodes";
import { DATASETS, type DatasetKey } from "./dataset-registry";

const FOLDER = process.env.SHARED_DATA ?? "../shared/data";
const path = (key: DatasetKey) => join(FOLDER, DATASETS[key].path);
const present = existsSync(path("code-point-open"));

/** The four nations' corners, borders, islands and the densest of London. */
const SAMPLED_AREAS = new Set(["CA", "CH", "E", "EH", "HR", "LD", "SW", "TD", "TR", "ZE"]);
const SAMPLE = 20_000;
const TIME_LIMIT = 240_000;

type Part = { code: string; polygon: Polygon; box: readonly [number, number, number, number] };

/** The plainest way to ask the publisher's own outlines: no grid, no bands, no topology of ours. */
function plainIndex(features: BoundaryFeature[]): (lon: number, lat: number) => string | null {
  const parts: Part[] = features.flatMap(({ code, polygons }) =>
    polygons.map((polygon) => ({ code, polygon, box: boundingBox([polygon]) })),
  );
  return (lon, lat) =>
    parts.find(
      ({ polygon, box: [west, south, east, north] }) =>
        lon >= west && lon <= east && lat >= south && lat <= north && polygonContains(polygon, lon, lat),
    )?.code ?? null;
}

/** Chosen by a fixed rule that has nothing to do with the order of the file. */
function sampleOf(rows: CodePointRow[]): CodePointRow[] {
  let state = 2026;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: SAMPLE }, () => rows[Math.floor(random() * rows.length)]).filter(
    (row) => row !== undefined,
  );
}

describe.skipIf(!present)(`the postcode table and the publishers' files (needs ${FOLDER})`, () => {
  it(
    "agrees with the outlines for 99.9 % of 20,000 random postcodes, for each kind",
    async () => {
      const rows: CodePointRow[] = [];
      const zip = readFileSync(path("code-point-open"));
      for await (const row of readCodePointOpen("code-point-open", zip, SAMPLED_AREAS)) {
        if (row.position !== null) rows.push(row);
      }
      const sample = sampleOf(rows);
      const kinds = [
        ["constituency", "constituencies"],
        ["council", "councils"],
        ["healthBody", "health-bodies"],
      ] as const;
      for (const [column, dataset] of kinds) {
        const areaAt = plainIndex(readBoundaryGeojson(dataset, readFileSync(path(dataset), "utf8")));
        const disagreeing = sample.filter(({ postcode, position }) => {
          const entry = findInTable(postcodeTable(), postcode.slice(0, -3), postcode.slice(-3));
          return position === null || entry === null || entry[column] !== areaAt(...position);
        });
        expect({ column, share: disagreeing.length / SAMPLE }).toSatisfy(({ share }) => share <= 0.001);
      }
    },
    TIME_LIMIT,
  );

  it("has every postcode of Northern Ireland with the areas of its file", () => {
    const file = path("northern-ireland-postcodes");
    const rows = readNorthernIrelandPostcodes(file, readFileSync(file, "utf8"));
    const astray = rows.filter(({ postcode, constituency, council, healthBody }) => {
      const entry = findInTable(postcodeTable(), postcode.slice(0, -3), postcode.slice(-3));
      const same = entry?.constituency === constituency && entry.council === council;
      return !same || entry.healthBody !== healthBody;
    });
    expect(astray).toEqual([]);
  });

  it("counts what the publishers count", () => {
    const { inward, precision } = postcodeTable();
    expect(inward.length).toBe(1_745_849 + 59_995);
    expect(precision.filter((value) => value === 2)).toHaveLength(842);
  });
});
