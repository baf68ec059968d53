import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaHistory } from "@/domain/areas/area-history";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import type { Representative } from "@/domain/areas/representative";
import { areaIndex, OUTLINE_KINDS, readOutlines } from "./outlines";
import { postcodeTable } from "./postcodes";

const REFERENCE = "db/seed/reference";
const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(REFERENCE, name), "utf8"));
const areas = readJson<AreaRecord[]>("areas.json");
const ofKind = (...kinds: string[]) => areas.filter(({ kind }) => kinds.includes(kind));
const size = (path: string) => statSync(path).size;
const sizeOf = (folder: string) =>
  readdirSync(folder).reduce((sum, name) => sum + size(join(folder, name)), 0);

describe("the sizes of what is shipped", () => {
  it("stays within its limits", () => {
    expect(size(join(REFERENCE, "postcodes.br"))).toBeLessThan(2_500_000);
    const full = OUTLINE_KINDS.map((kind) => size(join(REFERENCE, `outlines-${kind}.topojson.br`)));
    expect(full.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(2_500_000);
    expect(sizeOf("public/map/outlines")).toBeLessThan(2_000_000);
    expect(sizeOf("public/map/base")).toBeLessThan(1_000_000);
    expect(size(join(REFERENCE, "area-overlaps.json"))).toBeLessThan(200_000);
  });
});

describe("areas.json", () => {
  it("has every area of every kind", () => {
    const count = (...kinds: string[]) => ofKind(...kinds).length;
    expect(count("constituency")).toBe(650);
    expect(count("council")).toBe(361);
    expect([count("icb"), count("health-board"), count("hsc-trust")]).toEqual([36, 21, 5]);
    expect([count("region"), count("nation")]).toEqual([12, 4]);
  });

  it("gives each its own address and a code unique in its kind", () => {
    expect(new Set(areas.map(({ kind, slug }) => `${kind}/${slug}`)).size).toBe(areas.length);
    expect(new Set(areas.map(({ kind, code }) => `${kind}/${code}`)).size).toBe(areas.length);
    expect(areas.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it("puts every point inside its own area", () => {
    const kinds = { constituency: ["constituency"], council: ["council"], region: ["region"] };
    const all = { ...kinds, "health-body": ["icb", "health-board", "hsc-trust"] };
    for (const [index, members] of Object.entries(all) as [keyof typeof all, string[]][]) {
      const astray = ofKind(...members).filter(
        ({ lon, lat, code }) => areaIndex(index).codeAt(lon, lat) !== code,
      );
      expect(astray).toEqual([]);
    }
  });

  it("knows every board's ODS code, the people of every seat and the Welsh names of thirty", () => {
    expect(ofKind("icb").filter(({ odsCode }) => odsCode === null)).toEqual([]);
    expect(ofKind("icb").find(({ code }) => code === "E54000050")?.odsCode).toBe("QHM");
    const welsh = ofKind("health-board").filter(({ nation }) => nation === "wales");
    expect(welsh.map(({ code, odsCode }) => `${code} ${odsCode}`).sort()).toEqual([
      "W11000023 7A1",
      "W11000024 7A7",
      "W11000025 7A2",
      "W11000028 7A6",
      "W11000029 7A4",
      "W11000030 7A5",
      "W11000031 7A3",
    ]);
    expect(ofKind("constituency").filter(({ population }) => population === null)).toEqual([]);
    expect(ofKind("constituency").filter(({ nameCy }) => nameCy !== null)).toHaveLength(30);
  });
});

describe("the tables beside it", () => {
  it("names the member of every seat", () => {
    const members = readJson<Representative[]>("representatives.json");
    const seats = ofKind("constituency").map(({ code }) => code);
    expect(members.map(({ constituencyCode }) => constituencyCode).sort()).toEqual(seats.sort());
    expect(members.find(({ constituencyCode }) => constituencyCode === "E14001152")?.name).toBe(
      "Ms Julie Minns",
    );
  });

  it("counts overlaps that add up", () => {
    const { unitPostcodes, pairs } = readJson<AreaOverlaps>("area-overlaps.json");
    const councils = new Set(ofKind("council").map(({ code }) => code));
    const carlisle = pairs.filter(([a, b]) => a === "E14001152" && councils.has(b));
    expect(carlisle).toEqual([["E14001152", "E06000063", unitPostcodes.E14001152]]);
    const { inward } = postcodeTable();
    const inCouncils = [...councils].reduce((sum, code) => sum + (unitPostcodes[code] ?? 0), 0);
    expect(inCouncils).toBe(inward.length - 842);
  });

  it("names another constituency for about four postcodes in a hundred, never their own", () => {
    const { near, constituency } = postcodeTable();
    const marked = near.reduce((sum, code) => sum + Number(code !== 0), 0);
    expect(marked / near.length).toBeGreaterThan(0.035);
    expect(marked / near.length).toBeLessThan(0.05);
    expect(near.some((code, at) => code !== 0 && code === constituency[at])).toBe(false);
  });

  it("knows what became of the boards and constituencies that ended, to the last part", () => {
    const { areas: ended, successions } = readJson<AreaHistory>("area-history.json");
    const count = (kind: string) => ended.filter((area) => area.kind === kind).length;
    // 650 seats of 2010, less five in Scotland whose code is the same; 42 health bodies of 2023, less the 29 that stayed.
    expect([count("constituency"), count("icb")]).toEqual([645, 13]);
    const slugs = new Set(areas.map(({ kind, slug }) => `${kind}/${slug}`));
    expect(ended.filter(({ kind, slug }) => slugs.has(`${kind}/${slug}`))).toEqual([]);
    const today = new Set(areas.map(({ code }) => code));
    for (const { code } of ended) {
      const parts = successions.filter(({ from }) => from === code);
      expect(parts.filter(({ to }) => !today.has(to))).toEqual([]);
      expect(Math.abs(parts.reduce((sum, { share }) => sum + share, 0) - 1)).toBeLessThan(0.08);
    }
    const names = new Map(areas.map(({ code, slug }) => [code, slug]));
    const frimley = successions.filter(({ from }) => from === "E54000034");
    expect(frimley.map(({ to }) => names.get(to))).toEqual([
      "thames-valley",
      "hampshire-and-isle-of-wight",
      "surrey-and-sussex",
    ]);
  });

  it("says of each dataset whose it is, on which terms and how to make its tables again", () => {
    const datasets = readJson<ReferenceDataset[]>("datasets.json");
    expect(datasets.length).toBeGreaterThanOrEqual(15);
    for (const dataset of datasets) {
      expect(dataset.sourceUrl).toMatch(/^https:\/\//);
      expect(dataset.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(dataset.command).toMatch(
        /^npm run ingest -- (areas|postcodes|history|basemap|names|registers|registrations|waiting-times) <folder>$/,
      );
      expect(dataset.rows).toBeGreaterThan(0);
      expect(dataset.attribution).not.toBe("");
    }
  });
});

describe("the drawings", () => {
  it.each([
    ["constituency", 650],
    ["council", 361],
    ["icb", 36],
    ["health-board", 21],
    ["hsc-trust", 5],
    ["region", 12],
    ["nation", 4],
  ])("has an outline of every %s", (kind, count) => {
    const { objects } = JSON.parse(readFileSync(`public/map/outlines/${kind}.json`, "utf8"));
    const slugs = objects.areas.geometries.map(
      ({ properties }: { properties: AreaRecord }) => properties.slug,
    );
    expect(slugs).toHaveLength(count);
    expect([...slugs].sort()).toEqual(
      ofKind(kind)
        .map(({ slug }) => slug)
        .sort(),
    );
  });
});

describe("the full outlines", () => {
  it("assigns 100,000 points to all kinds in under ten seconds", () => {
    const indexes = OUTLINE_KINDS.map(areaIndex);
    const started = performance.now();
    let inside = 0;
    for (let i = 0; i < 100_000; i++) {
      const [lon, lat] = [-5 + ((i * 7919) % 100_000) / 16_000, 51 + ((i * 104_729) % 100_000) / 18_000];
      for (const index of indexes) if (index.codeAt(lon, lat) !== null) inside++;
    }
    expect(inside).toBeGreaterThan(200_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("covers the same land in every kind", () => {
    expect(
      readOutlines("region")
        .map(({ code }) => code)
        .sort(),
    ).toEqual(ofKind("region").map(({ code }) => code));
  });
});
