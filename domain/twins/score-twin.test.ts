import fc from "fast-check";
import { expect, it } from "vitest";
import { isOneOf } from "@/domain/lists/is-one-of";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { codesIn } from "@/domain/twins/codes-in";
import { isLikelyTwin, scoreTwin, type TwinFacts } from "@/domain/twins/score-twin";
import { LABELLED_PAIRS } from "@/domain/twins/testing-labelled-pairs";

/** A degree of longitude at 54.9 degrees north. */
const METRES_PER_DEGREE = 63_940;

function factsOf(side: string): TwinFacts {
  const parts = side.split(";").map((part) => part.trim());
  const [
    kind = "",
    placeName = "",
    town = "",
    postcode = "",
    provider = "",
    code = "",
    metres = "",
    area = "",
  ] = parts;
  if (kind !== "" && !isOneOf(SERVICE_CATEGORIES, kind)) throw new Error(`no kind ${kind}`);
  return {
    category: isOneOf(SERVICE_CATEGORIES, kind) ? kind : null,
    placeId: null,
    codes: code === "" ? codesIn(placeName) : [code],
    placeName,
    town,
    postcode,
    point: metres === "" ? null : { lat: 54.9, lon: -2.9 + Number(metres) / METRES_PER_DEGREE },
    areaId: area || null,
    providerId: null,
    providerNames: provider === "" ? [] : provider.split("/"),
  };
}

const said = LABELLED_PAIRS.map(([label, report, entry]) => {
  const score = scoreTwin(factsOf(report), factsOf(entry));
  return { label, report, entry, points: score.points, says: isLikelyTwin(score) ? "one" : "two" };
});
const count = (label: string, says: string) =>
  said.filter((pair) => pair.label === label && pair.says === says).length;

it("a hundred and fifty labelled pairs: how many of those called likely are one, and of those that are one how many are called so", () => {
  const [right, wrong, missed] = [count("one", "one"), count("two", "one"), count("one", "two")];
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  const misses = said.filter(({ label, says }) => label !== says);
  console.info(
    [
      `${LABELLED_PAIRS.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      ...misses.map(({ label, points, report, entry }) => `  is ${label} (${points}): ${report} <> ${entry}`),
    ].join("\n"),
  );
  expect(LABELLED_PAIRS).toHaveLength(150);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.97);
});

const bare: TwinFacts = {
  category: null,
  placeId: null,
  codes: [],
  placeName: "",
  town: "",
  postcode: "",
  point: null,
  areaId: null,
  providerId: null,
  providerNames: [],
};

const anyFacts = fc.record({
  category: fc.constantFrom(null, ...SERVICE_CATEGORIES),
  placeId: fc.constantFrom(null, "p1", "p2"),
  codes: fc.subarray(["A82019", "A82019001", "NT327"]),
  placeName: fc.constantFrom("", "Warwick Rd Surgery", "Warwick Road Surgery", "SpaMedica", "Infirmary"),
  town: fc.constantFrom("", "Carlisle", "Newcastle", "Newcastle upon Tyne"),
  postcode: fc.constantFrom("", "CA2 7HY", "CA1 1LB"),
  point: fc.constantFrom(null, { lon: -2.9, lat: 54.9 }, { lon: -2.91, lat: 54.9 }, { lon: -2.5, lat: 54.9 }),
  areaId: fc.constantFrom(null, "a1", "a2"),
  providerId: fc.constantFrom(null, "r1", "r2"),
  providerNames: fc.subarray(["SpaMedica", "Spa Medica Ltd", "HCRG Care Group", "Virgin Care"]),
});

it("it does not matter which of two is asked about the other", () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (a, b) => {
      expect(scoreTwin(a, b).points).toBe(scoreTwin(b, a).points);
    }),
  );
});

it("what is not known speaks neither for nor against, and one fact alone only where it is a place", () => {
  fc.assert(
    fc.property(anyFacts, (a) => {
      expect(scoreTwin(a, bare)).toMatchObject({ points: 0, reasons: [] });
    }),
  );
  const entry = { ...bare, category: "eye-care" as const, placeId: "p1", providerId: "r1", town: "Carlisle" };
  const likely = (known: Partial<TwinFacts>) => isLikelyTwin(scoreTwin({ ...bare, ...known }, entry));
  expect(likely({ placeId: "p1" })).toBe(true);
  expect(likely({ category: "eye-care" })).toBe(false);
  expect(likely({ providerId: "r1" })).toBe(false);
  expect(likely({ town: "Carlisle" })).toBe(false);
  expect(likely({ category: "eye-care", providerId: "r1" })).toBe(true);
});

it.each([
  [{ codes: ["A82019001"] }, { codes: ["A82019"] }, ["same-code"]],
  [{ placeId: "p1" }, { placeId: "p1" }, ["same-place"]],
  [{ areaId: "a1" }, { areaId: "a1" }, ["same-area"]],
  [
    { placeName: "Mill Rd Surgery", town: "Ely" },
    { placeName: "Mill Road Surgery", town: "Ely" },
    ["same-name", "same-town"],
  ],
  [
    { placeName: "SpaMedica", postcode: "CA2 7HY" },
    { placeName: "SpaMedica Carlisle", town: "Carlisle", postcode: "CA2 7HY" },
    ["like-name", "same-postcode"],
  ],
  [
    { placeName: "Lakeside North Surgery", town: "Corby" },
    { placeName: "Lakeside Surgery", town: "Corby" },
    ["same-town"],
  ],
  [{ point: { lon: -2.9, lat: 54.9 } }, { point: { lon: -2.9, lat: 54.901 } }, ["near"]],
  [{ providerId: "r1" }, { providerId: "r1" }, ["same-provider"]],
  [{ providerNames: ["Spa Medica"] }, { providerNames: ["SpaMedica Ltd"] }, ["same-provider"]],
  [
    { providerNames: ["Virgin Care"] },
    { providerNames: ["HCRG Care Group", "Virgin Care"] },
    ["former-name"],
  ],
  [{ providerNames: ["Spire"] }, { providerNames: ["Spire Healthcare"] }, ["like-provider"]],
  [{ category: "eye-care" as const }, { category: "eye-care" as const }, ["same-kind"]],
  [{ category: "eye-care" as const }, { category: "planned-surgery" as const }, ["like-kind"]],
])("%j and %j: %j", (a, b, reasons) => {
  expect(scoreTwin({ ...bare, ...a }, { ...bare, ...b }).reasons).toEqual(reasons);
});

it.each([
  ["A82019 and its branch A82019001", ["A82019", "A82019001"]],
  ["Spire Bushey NT327, WD23 1RD", ["NT327"]],
  ["Ward B12 at CA2 7HY since 20231", []],
])("codes in %s", (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
});
