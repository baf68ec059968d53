import { expect, test } from "vitest";
import { CLAIM_FIELDS, holdsMany, isClaimField, parseClaimValue, RECORD_TYPES } from "@/domain/claims/claim";

const ID = "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f";

test.each([
  ["service", "name", "  PET-CT  ", "PET-CT"],
  ["service", "may-have-ended", null, null],
  ["service", "place", { placeId: ID, addressKey: "main" }, { placeId: ID, addressKey: "main" }],
  ["provider", "companies-house-number", "01234567", "01234567"],
  ["contract", "starts-on", "2015-04", "2015-04"],
] as const)("%s.%s is stored as it was parsed", (type, field, value, stored) => {
  expect(parseClaimValue(type, field, value)).toEqual(stored);
});

test.each([
  ["service", "shoe-size", 44],
  ["service", "status", "closed"],
  ["service", "provider", { providerId: "not-an-id" }],
  ["service", "name", "   "],
  ["service", "started-on", "2024-02-30"],
  [
    "place",
    "address",
    { key: "main", lines: "", town: "", postcode: "", lon: 120, lat: 54, precision: "town" },
  ],
  ["provider", "legal-form", "private-sector"],
  ["contract", "value-pounds", -1],
  ["area", "reported-count", { count: 1.5, counted: "pins", by: "us" }],
] as const)("%s.%s refuses %j", (type, field, value) => {
  expect(() => parseClaimValue(type, field, value)).toThrow();
});

test("a field is known by its kind of record, and what every object has is none", () => {
  expect(isClaimField("service", "provider")).toBe(true);
  for (const other of ["provider", "toString", "constructor", ""])
    expect(isClaimField("place", other)).toBe(false);
});

test("a field of one kind of record is none of another", () => {
  expect(() => parseClaimValue("area", "name", "Carlisle")).toThrow("no such claim field");
});

test("only fields that exist hold several values", () => {
  const many = RECORD_TYPES.flatMap((type) =>
    Object.keys(CLAIM_FIELDS[type]).filter((field) => holdsMany(type, field)),
  );
  expect(many.sort()).toEqual([
    "address",
    "contract",
    "identifier",
    "paid-for-by",
    "paid-for-by",
    "registration",
    "registration-doubt",
    "reported-count",
    "serves-area",
    "specialty",
    "waiting-times",
    "waiting-times",
  ]);
});
