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

/** Worked out in the test, and not when this file is loaded: a fault that is planted is then noticed. */
const judge = () =>
  LABELLED_PAIRS.map(([label, report, entry]) => {
    const score = scoreTwin(factsOf(report), factsOf(entry));
    return { label, report, entry, points: score.points, says: isLikelyTwin(score) ? "one" : "two" };
  });

it("a hundred and fifty labelled pairs: how many of those called likely are one, and of those that are one how many are called so", () => {
  const said = judge();
  const count = (label: string, says: string) =>
    said.filter((pair) => pair.label === label && pair.says === says).length;
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

it.each<[string, Partial<TwinFacts>, Partial<TwinFacts>, number]>([
  ["one code", { codes: ["A82019"] }, { codes: ["A82019"] }, 50],
  ["a practice and its branch", { codes: ["A82019001"] }, { codes: ["A82019"] }, 50],
  ["a practice and another's branch", { codes: ["A82020001"] }, { codes: ["A82019"] }, -30],
  ["a site whose code another's begins with", { codes: ["NT3271234"] }, { codes: ["NT3271"] }, -30],
  ["one area", { areaId: "a" }, { areaId: "a" }, 40],
  ["two areas", { areaId: "a" }, { areaId: "b" }, -30],
  [
    "two codes of one name in one town",
    { codes: ["A82019"], placeName: "Mill", town: "Ely" },
    { codes: ["A82020"], placeName: "Mill", town: "Ely" },
    50,
  ],
  [
    "two codes of another name",
    { codes: ["A82019"], placeName: "Mill", town: "Ely" },
    { codes: ["A82020"], placeName: "Weir", town: "Ely" },
    -30,
  ],
  ["one name in two towns", { placeName: "Mill", town: "Ely" }, { placeName: "Mill", town: "Bath" }, -30],
  ["one name, a town not known", { placeName: "Mill", town: "Ely" }, { placeName: "Mill" }, 25],
  ["a name alike, a town not known", { placeName: "Mill Lodge", town: "Ely" }, { placeName: "Mill" }, 15],
  [
    "a name alike in one town",
    { placeName: "Mill Lodge", town: "Ely" },
    { placeName: "Mill", town: "Ely" },
    40,
  ],
  [
    "another name at one postcode",
    { placeName: "Mill", postcode: "CA2 7HY" },
    { placeName: "Weir", postcode: "CA2 7HY" },
    25,
  ],
  ["no name at one postcode", { postcode: "CA2 7HY" }, { placeName: "Weir", postcode: "CA2 7HY" }, 35],
  ["no name in one town", { town: "Ely" }, { placeName: "Weir", town: "Ely" }, 15],
  ["a town and its longer name", { town: "Newcastle" }, { town: "Newcastle upon Tyne" }, 15],
  ["a saint's town", { town: "Saint Ives" }, { town: "St Ives" }, 15],
  ["a town that only begins like another", { town: "New" }, { town: "Newcastle" }, -30],
  ["other kinds", { category: "eye-care" }, { category: "dialysis" }, -40],
  ["any kind", { category: "other" }, { category: "dialysis" }, 10],
  ["other providers", { providerNames: ["Zebra"] }, { providerNames: ["Okapi"] }, -15],
  [
    "two ids of one provider's name",
    { providerId: "1", providerNames: ["Zebra"] },
    { providerId: "2", providerNames: ["Zebra Ltd"] },
    30,
  ],
])("%s: %#", (_, a, b, points) => {
  expect(scoreTwin({ ...bare, ...a }, { ...bare, ...b }).points).toBe(points);
});

it("150 metres are two doors of one site, and beyond three kilometres it is somewhere else", () => {
  const at = (metres: number) => ({ ...bare, point: { lat: 54.9, lon: -2.9 + metres / METRES_PER_DEGREE } });
  const score = (metres: number) => scoreTwin(at(0), at(metres));
  expect(score(149)).toMatchObject({ points: 35, reasons: ["near"] });
  expect(score(152)).toMatchObject({ points: 15, reasons: ["same-town"] });
  expect(score(2_980)).toMatchObject({ points: 15 });
  expect(score(3_020)).toMatchObject({ points: -30, reasons: [] });
  expect(score(149).metres).toBeCloseTo(149, 0);
  // A postcode is one place, however roughly it was placed.
  const postcode = { postcode: "CA2 7HY" };
  expect(scoreTwin({ ...at(0), ...postcode }, { ...at(3_020), ...postcode }).reasons).toEqual([
    "same-postcode",
  ]);
});
