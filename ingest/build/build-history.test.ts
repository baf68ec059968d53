import { expect, it } from "vitest";
import { AreaIndex } from "@/db/reference/area-index";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { PostcodeEncoder } from "@/db/reference/postcode-encode";
import type { AreaRecord } from "@/domain/areas/area";
import { healthBodyHistory, seatHistory } from "./build-history";

const record = (kind: AreaRecord["kind"], code: string, slug: string, west = 0): AreaRecord => ({
  kind,
  code,
  slug,
  nameEn: slug,
  odsCode: null,
  nameCy: null,
  nation: "england",
  lon: west + 0.5,
  lat: 50.5,
  bbox: [west, 50, west + 1, 51],
  population: null,
  populationYear: null,
  validFrom: null,
  validTo: null,
});
const healthBody = (code: string, name: string, west: number) => ({
  code,
  name: `NHS ${name} Integrated Care Board`,
  type: null,
  polygons: [[[west, 50, west + 1, 50, west + 1, 51, west, 51, west, 50]]],
});

it("a board that ended is shared out by the postcodes inside its old outline; one that stays is left alone", () => {
  const old = [healthBody("E54000001", "Split", 0), healthBody("E54000002", "Same", 1)];
  const current = [record("icb", "E54000065", "split"), record("icb", "E54000002", "same", 1)];
  const encoder = new PostcodeEncoder();
  const units = ["E54000065", "E54000065", "E54000065", "E54000002"];
  units.forEach((healthBody, i) => {
    const areas = { constituency: "C", council: "D", healthBody, near: null };
    const inward = `1A${"ABDE".charAt(i)}`;
    encoder.add({ outcode: "ZY1", inward, position: [0.5, 50.5], precision: "100m", ...areas });
  });
  const history = healthBodyHistory(old, new AreaIndex(old), decodePostcodes(encoder.finish()), current);
  expect(history.areas).toMatchObject([
    { code: "E54000001", slug: "split-until-2026", validTo: "2026-03-31", bbox: [0, 50, 1, 51] },
  ]);
  expect(history.successions).toEqual([
    { from: "E54000001", to: "E54000065", share: 0.75, basis: "postcodes" },
    { from: "E54000001", to: "E54000002", share: 0.25, basis: "postcodes" },
  ]);
});

it("a seat that ended has the largest part's point, a box round all parts, and its code where no name is known", () => {
  const current = [
    record("constituency", "E14001001", "north"),
    record("constituency", "E14001002", "south", 3),
  ];
  const overlaps = [
    { from: "E14000001", to: "E14001001", share: 0.3 },
    { from: "E14000001", to: "E14001002", share: 0.7 },
    { from: "E14000002", to: "E14001002", share: 1 },
    { from: "E14001001", to: "E14001001", share: 1 },
  ];
  const history = seatHistory(overlaps, new Map([["E14000001", "Old King’s Lane"]]), current);
  expect(history.areas).toMatchObject([
    { nameEn: "Old King’s Lane", slug: "old-kings-lane-until-2024", lon: 3.5, bbox: [0, 50, 4, 51] },
    { nameEn: "E14000002", slug: "e14000002-until-2024", validTo: "2024-07-03" },
  ]);
  expect(history.successions.map(({ from, to }) => [from, to])).toEqual([
    ["E14000001", "E14001002"],
    ["E14000001", "E14001001"],
    ["E14000002", "E14001002"],
  ]);
});
