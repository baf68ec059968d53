import { expect, it } from "vitest";
import { isApproximate } from "@/domain/places/place";
import {
  decodeLeads,
  decodePlaces,
  encodeLeads,
  encodePlaces,
  readLeadTable,
  readPlaceTable,
} from "./place-table";

const table = readPlaceTable();

it("comes back as it was written, places and leads", () => {
  const some = { ...table, places: table.places.filter((_, index) => index % 97 === 0) };
  expect(decodePlaces(encodePlaces(some))).toEqual(some);
  const leads = readLeadTable();
  expect(decodeLeads(encodeLeads(leads))).toEqual(leads);
});

it("refuses a table of another format or version", () => {
  expect(() => decodePlaces('{"format":"nhs-map-places","version":2}')).toThrow("version 1");
  expect(() => decodeLeads(encodePlaces({ ...table, places: [] }))).toThrow("apms-leads");
});

it("has some 8,000 places, each with a key and codes of its own", () => {
  expect(table.places).toHaveLength(8210);
  expect(new Set(table.places.map(({ key }) => key)).size).toBe(8210);
  const codes = table.places.flatMap(({ identifiers }) =>
    identifiers.map(({ scheme, code }) => `${scheme} ${code}`),
  );
  expect(new Set(codes).size).toBe(codes.length);
  expect(table.places.every(({ name, address }) => name !== "" && address.postcode !== "")).toBe(true);
});

it("places every one of them; eight at the middle of a sector, whose postcode is gone", () => {
  expect(table.places.filter(({ address }) => address.lon === null)).toEqual([]);
  const approximate = table.places.filter(({ address }) => isApproximate(address.precision));
  expect(approximate.length).toBeLessThan(40);
});

it("knows that the practice at Warwick Road goes on and that Fusehill's entry ended", () => {
  expect(table.places.find(({ key }) => key === "ods/A82015")).toMatchObject({
    name: "Carlisle Central Practice",
    address: { lines: "Warwick Road Surgery, 65 Warwick Road", town: "Carlisle", postcode: "CA1 1EB" },
  });
  expect(table.ended).toContainEqual({ register: "gp-practices", code: "A82019", day: "2025-04-30" });
});

it("names nothing that is shown by area only", () => {
  const sensitive =
    /abortion|pregnancy advisory|sexual assault|\bsarc\b|domestic abuse|refuge|gender identity/i;
  expect(table.places.filter(({ name, address }) => sensitive.test(`${name} ${address.lines}`))).toEqual([]);
});
