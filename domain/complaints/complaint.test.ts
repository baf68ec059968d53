import fc from "fast-check";
import { expect, it, test } from "vitest";
import { areaOfRef, refOfArea } from "@/domain/areas/area-ref";
import {
  ageInDays,
  COMPLAINT_KINDS,
  complainedPath,
  complaintKindsOf,
  entryOfAddress,
  typeOfFolder,
} from "./complaint";

it.each([
  ["https://map.example/services/eye-care-at-x", { type: "service", slug: "eye-care-at-x" }],
  ["map.example/cy/places/yak-house?from=1#claims", { type: "place", slug: "yak-house" }],
  ["/counting/companies/providers/okapi-ltd/", { type: "provider", slug: "okapi-ltd" }],
  ["services/eye-care", { type: "service", slug: "eye-care" }],
  [
    " 0F8FAD5B-D9CB-469F-A165-70867728950E ",
    { type: "service", slug: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  ],
  ["/areas/constituency/carlisle", undefined],
  ["/providers", undefined],
  ["", undefined],
])("the address %j leads to its entry", (address, entry) => {
  expect(entryOfAddress(address)).toEqual(entry);
});

it.each([
  ["constituency", "carlisle"],
  ["hsc-trust", "belfast"],
] as const)("the %s of %s comes back from its address", (kind, slug) => {
  expect(areaOfRef(refOfArea(kind, slug))).toEqual({ kind, slug });
});

it.each(["carlisle", "constituency", "constituency~", "town~carlisle", "constituency~a~b", ""])(
  "%j is no area",
  (ref) => {
    expect(areaOfRef(ref)).toBeUndefined();
  },
);

it.each([
  ["service", "eye-care-at-x", "/services/eye-care-at-x"],
  ["area", "council~cumberland", "/areas/council/cumberland"],
] as const)("a %s called %s has the page %s", (type, ref, path) => {
  expect(complainedPath(type, ref)).toBe(path);
});

it("every kind of complaint can be sent of an entry, and of an area what fits it", () => {
  expect([...complaintKindsOf("service")].sort()).toEqual([...COMPLAINT_KINDS].sort());
  expect(complaintKindsOf("area")).toEqual([
    "other",
    "out-of-date",
    "names-a-person",
    "unsafe",
    "defamation",
    "legal",
  ]);
});

it.each(["constructor", "__proto__", "tips", ""])("%j is no folder of entries", (folder) => {
  expect(typeOfFolder(folder)).toBeUndefined();
});

test("an age is whole days and never below none", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ms) => {
      const days = ageInDays(new Date(0), new Date(ms));
      expect(days).toBe(Math.max(0, Math.floor(ms / 86_400_000)));
    }),
  );
});
