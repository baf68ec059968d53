import { expect, test } from "vitest";
import type { RegisterPlace } from "@/domain/places/register-place";
import { plainRegisterName } from "@/ingest/build/same-place";
import { readPlaceTable } from "./place-table";
import { sameHospitals, whySameHospital } from "./same-hospitals";

/** What organisations that run or use a hospital put before its name, and what hospitals are. */
const BRANDS = /\b(bmi|spire|nuffield|ramsay|optegra|gstt|health|healthcare|eye|hospitals?|at)\b/g;

test("no two hospitals share a postcode and a name, whoever's brand stands before it", () => {
  const nameOf = ({ name, address: { town } }: RegisterPlace) =>
    plainRegisterName(name)
      .replace(BRANDS, " ")
      .split(" ")
      .filter((word) => word !== "" && !plainRegisterName(town).split(" ").includes(word))
      .sort()
      .join(" ");
  const hospitals = readPlaceTable().places.filter(({ register }) => register === "hospitals");
  const seen = new Map<string, string>();
  for (const place of hospitals) {
    const key = `${place.address.postcode} ${nameOf(place)}`;
    expect([place.name, seen.get(key)]).toEqual([place.name, undefined]);
    seen.set(key, place.name);
  }
});

test("every pair of the review is one place of the shipped table, with both codes", () => {
  const codesOf = readPlaceTable().places.map(({ identifiers }) => identifiers.map(({ code }) => code));
  for (const { code, also, why } of sameHospitals()) {
    expect(codesOf.filter((codes) => codes.includes(code) || codes.includes(also))).toEqual([
      expect.arrayContaining([code, also]),
    ]);
    expect(whySameHospital(also)).toBe(why);
    expect(whySameHospital(code)).toBeUndefined();
  }
});
