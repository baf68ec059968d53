import fc from "fast-check";
import { expect, it, test } from "vitest";
import { areaOfRef, refOfArea } from "@/domain/areas/area-ref";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import {
  ageInDays,
  answerSchema,
  complainedPath,
  complaintKindsOf,
  complaintSchema,
  disputeSchema,
  entryOfAddress,
  MOST_COMPLAINED,
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

const said = {
  kind: "other" as string,
  why: "It moved to another street.",
  link: "",
  email: "",
} as const;
const notice = {
  law: "england-wales",
  name: "Ann Example",
  statement: "It says that I own it.",
  harm: "Patients think so.",
  isFalse: "I sold it in 2020.",
  knows: "no",
  consents: "no",
};

test.each([
  ["other", "", undefined, []],
  ["unsafe", "", undefined, []],
  ["legal", "", undefined, ["email"]],
  ["names-a-person", "", undefined, ["email"]],
  ["legal", "ann@example.org", undefined, []],
  ["nonsense", "", undefined, ["kind"]],
  ["defamation", "ann@example.org", notice, []],
  ["defamation", "ann@example.org", { ...notice, harm: " " }, ["notice.harm"]],
  [
    "defamation",
    "ann@example.org",
    { ...notice, law: "of-nowhere", knows: "perhaps" },
    ["notice.law", "notice.knows"],
  ],
  ["defamation", "ann@example.org", undefined, Object.keys(notice).map((field) => `notice.${field}`)],
  ["other", "", { ...notice, name: "x".repeat(201) }, ["notice.name"]],
])("a complaint of kind %s from %j lacks nothing but what it says", (kind, email, asked, missing) => {
  const read = complaintSchema.safeParse({ ...said, kind, email, ...(asked ? { notice: asked } : {}) });
  const found = new Set(read.error?.issues.map(({ path }) => path.join(".")));
  expect([...found].sort()).toEqual([...missing].sort());
});

test.each([
  ["", "why"],
  ["Too short", "why-short"],
  ["x".repeat(MOST_COMPLAINED + 1), "why-long"],
])("what is wrong has to be said: %j", (why, key) => {
  const read = complaintSchema.safeParse({ ...said, why });
  expect(read.error?.issues[0]?.message).toBe(key);
});

test("a notice is kept as far as it was filled in, and is none where nothing was", () => {
  const kept = (given: object) => complaintSchema.parse({ ...said, ...given }).notice;
  expect(kept({})).toBeNull();
  expect(kept({ notice: { name: " ", law: "", knows: "" } })).toBeNull();
  expect(kept({ notice: { name: " Ann\tExample " } })).toMatchObject({ name: "Ann Example" });
});

test("an answer is a sentence or more", () => {
  expect(answerSchema.safeParse({ answer: "Fourteen signs" }).success).toBe(false);
  expect(answerSchema.safeParse({ answer: "Fifteen letters" }).success).toBe(true);
  expect(disputeSchema.safeParse({ field: "provider", says: "Fourteen signs" }).success).toBe(false);
  expect(disputeSchema.safeParse({ field: "provider", says: "Fifteen letters" }).success).toBe(true);
  expect(disputeSchema.safeParse({ field: "x".repeat(61), says: "Fifteen letters" }).success).toBe(false);
  expect(disputeSchema.safeParse({ field: "provider", says: "x".repeat(401) }).success).toBe(false);
});

test.each([
  ["services", "service"],
  ["places", "place"],
  ["providers", "provider"],
  ["areas", "area"],
])("the folder %s holds each %s", (folder, type) => {
  expect(typeOfFolder(folder)).toBe(type);
});

test("an address that only looks like an entry's leads to none", () => {
  expect(entryOfAddress("/xservices/eye-care")).toBeUndefined();
  expect(entryOfAddress("/services/?a=b")).toBeUndefined();
  expect(complainedPath("area", "nowhere")).toBe("/areas/nowhere");
});
