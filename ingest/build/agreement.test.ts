import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import { areaIndex } from "@/db/reference/outlines";
import { findInTable, type PostcodeEntry } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import type { AreaRecord } from "@/domain/areas/area";
import { boundingBox, metresToSegment, type Polygon, polygonContains } from "@/domain/areas/geometry";
import { type BoundaryFeature, readBoundaryGeojson } from "@/ingest/boundary-geojson";
import { readCodePointRow } from "@/ingest/code-point-open";
import { readNorthernIrelandPostcodes } from "@/ingest/northern-ireland-postcodes";
import { readRegionsTopojson } from "@/ingest/regions-topojson";
import { DATASETS, type DatasetKey } from "./dataset-registry";

const FOLDER = process.env.SHARED_DATA ?? "../shared/data";
const path = (key: DatasetKey) => join(FOLDER, DATASETS[key].path);
const text = (key: DatasetKey) => readFileSync(path(key), "utf8");
const present = existsSync(path("code-point-open"));

const SAMPLE = 20_000;
const TIME_LIMIT = 240_000;

/**
 * A postcode may be in another area than the outlines say for two reasons only, and both are checked one by one:
 * - its position is this near the line, and the publisher's own code for the postcode, or the council's region, is taken before
 *   an outline that is generalised to 20 m (those of regions and nations far more roughly);
 * - its position is off the coast as it is drawn, in no area at all; it goes to one within a kilometre.
 */
const LINE_METRES = { constituency: 5, council: 25, healthBody: 25, region: 100, nation: 100 };
const COAST_METRES = 1000;
type Kind = keyof typeof LINE_METRES;

type Part = { code: string; polygon: Polygon; box: readonly [number, number, number, number] };
type Point = { postcode: string; position: [number, number] };

/** The plainest way to ask the publisher's own outlines: no grid, no bands, no topology of ours. */
function plainIndex(features: BoundaryFeature[]): (lon: number, lat: number) => string | null {
  const parts: Part[] = features.flatMap(({ code, polygons }) =>
    polygons.map((polygon) => ({ code, polygon, box: boundingBox([polygon]) })),
  );
  // By index: taking each box apart was most of the time.
  return (lon, lat) =>
    parts.find(
      ({ polygon, box }) =>
        lon >= box[0] &&
        lon <= box[2] &&
        lat >= box[1] &&
        lat <= box[3] &&
        polygonContains(polygon, lon, lat),
    )?.code ?? null;
}

/** Postcodes with a position, each as likely as any other, and the same in every run: a reservoir with a seed. */
async function sampleOfAll(): Promise<Point[]> {
  let state = 2026;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const kept: (() => Point | null)[] = [];
  let seen = 0;
  const offer = (read: () => Point | null) => {
    const place = seen++ < SAMPLE ? seen - 1 : Math.floor(random() * seen);
    if (place < SAMPLE) kept[place] = read;
  };
  const zip = await fromBufferPromise(readFileSync(path("code-point-open")));
  for await (const entry of zip.eachEntry()) {
    if (!/(?:^|\/)[a-z]{1,2}\.csv$/.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString("latin1").split("\n");
    for (const line of lines)
      if (line !== "") offer(() => readCodePointRow(entry.fileName, 0, cellsOf(line)) as Point);
  }
  for (const row of readNorthernIrelandPostcodes("ni", text("northern-ireland-postcodes")))
    if (row.precision === "exact") offer(() => row as Point);
  return kept.map((read) => read()).filter((point) => point !== null && point.position !== null) as Point[];
}

/** How far a point is from the edge of an area. */
function metresTo(outlines: BoundaryFeature[], code: string | null, [lon, lat]: [number, number]): number {
  let least = Number.POSITIVE_INFINITY;
  const rings = outlines.find((area) => area.code === code)?.polygons.flat() ?? [];
  for (const ring of rings)
    for (let i = 2; i < ring.length; i += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[i - 2], ring[i - 1], ring[i], ring[i + 1]];
      least = Math.min(least, metresToSegment(lon, lat, x1, y1, x2, y2));
    }
  return Math.round(least);
}

/** Code-Point Open has no comma and no quote inside a cell. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .split(",")
    .map((cell) => cell.replaceAll('"', ""));
}

describe.skipIf(!present)(`the postcode table and the publishers' files (needs ${FOLDER})`, () => {
  it(
    "agrees with the outlines for 99.9 % of 20,000 random postcodes, for each kind, and the others are explained",
    async () => {
      const areas: AreaRecord[] = JSON.parse(readFileSync("db/seed/reference/areas.json", "utf8"));
      const councils = new Map(
        areas.filter(({ kind }) => kind === "council").map((area) => [area.code, area]),
      );
      const seats = new Map(
        areas.filter(({ kind }) => kind === "constituency").map((area) => [area.code, area]),
      );
      const nations = {
        england: "E92000001",
        scotland: "S92000003",
        wales: "W92000004",
        "northern-ireland": "N92000002",
      };
      const regionOf = ({ council }: PostcodeEntry) => {
        const area = councils.get(council ?? "");
        return area ? areaIndex("region").codeAt(area.lon, area.lat) : null;
      };
      const nationOf = ({ constituency }: PostcodeEntry) => {
        const seat = seats.get(constituency ?? "");
        return seat ? nations[seat.nation] : null;
      };
      const { regions, nations: nationOutlines } = readRegionsTopojson("regions", text("regions"));
      const boundaries = (key: "constituencies" | "councils" | "health-bodies") =>
        readBoundaryGeojson(key, text(key));
      const kinds: Record<Kind, [BoundaryFeature[], (entry: PostcodeEntry) => string | null]> = {
        constituency: [boundaries("constituencies"), (entry) => entry.constituency],
        council: [boundaries("councils"), (entry) => entry.council],
        healthBody: [boundaries("health-bodies"), (entry) => entry.healthBody],
        region: [regions, regionOf],
        nation: [nationOutlines, nationOf],
      };
      const sample = await sampleOfAll();
      expect(sample.length).toBeGreaterThan(SAMPLE * 0.999);
      for (const [kind, [outlines, codeOf]] of Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]) {
        const plain = plainIndex(outlines);
        const different = sample.flatMap(({ postcode, position }) => {
          const entry = findInTable(postcodeTable(), postcode.slice(0, -3), postcode.slice(-3));
          const [ours, theirs] = [entry === null ? null : codeOf(entry), plain(...position)];
          return ours === theirs && ours !== null
            ? []
            : [{ postcode, ours, theirs, metres: metresTo(outlines, ours, position) }];
        });
        const atSea = different.filter(({ theirs }) => theirs === null);
        const elsewhere = different.filter(({ theirs }) => theirs !== null);
        expect(atSea.filter(({ metres }) => metres > COAST_METRES)).toEqual([]);
        expect(elsewhere.filter(({ metres }) => metres > LINE_METRES[kind])).toEqual([]);
        // The coast of regions and nations is drawn too roughly to say anything about 28 postcodes beside the sea.
        const counted = kind === "region" || kind === "nation" ? elsewhere : different;
        expect({ kind, share: counted.length / SAMPLE }).toSatisfy(({ share }) => share <= 0.001);
      }
    },
    TIME_LIMIT,
  );

  it("has every postcode of Northern Ireland with the areas of its file", () => {
    const rows = readNorthernIrelandPostcodes("ni", text("northern-ireland-postcodes"));
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
