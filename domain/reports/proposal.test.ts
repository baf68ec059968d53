import { describe, expect, test } from "vitest";
import { newServiceSchema, proposalSchema, REPORT_KINDS } from "@/domain/reports/proposal";

const ID = "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f";
const OTHER = "1c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f";
const source = {
  kind: "official-statistics",
  title: "Waiting times, April 2026",
  publisher: "NHS England",
  url: "https://www.england.nhs.uk/statistics/",
  publishedOn: "2026-06",
  says: "Lists SpaMedica Carlisle.",
};
const service = {
  kind: "new-service",
  v: 1,
  category: "eye-care",
  placeId: null,
  placeName: "SpaMedica Carlisle",
  addressLines: "",
  town: "Carlisle",
  postcode: "",
  naming: "named",
  providerName: "SpaMedica",
  providerKind: "",
  commissionerName: "",
  contractType: "",
  startedOn: "",
  status: "operating",
  sources: [source],
  note: "",
};
const errorsOf = (given: object) =>
  (newServiceSchema.safeParse({ ...service, ...given }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("a report with what it needs is a proposal", () => {
  expect(proposalSchema.parse(service)).toEqual(service);
});

describe("a new service", () => {
  test.each<[string, object, string]>([
    ["without a source", { sources: [] }, "sources: source-required"],
    ["with too many sources", { sources: Array.from({ length: 6 }, () => source) }, "sources: too-many"],
    ["without a category", { category: "" }, "category: required"],
    ["without the name of the place", { placeName: " " }, "placeName: required"],
    [
      "with a provider that is named and has no name",
      { providerName: "" },
      "providerName: provider-or-not-named",
    ],
    ["with nothing that tells where", { town: "", postcode: "" }, "postcode: postcode-or-town"],
    ["with an impossible date", { startedOn: "2024-13" }, "startedOn: date"],
    ["with a novel for a note", { note: "x".repeat(2001) }, "note: too-long"],
    [
      "with a script for a source",
      { sources: [{ ...source, url: "javascript:alert(1)" }] },
      "sources.0.url: web-address",
    ],
  ])("%s is refused at the field", (_, given, expected) => {
    const errors = errorsOf(given);
    // A union of two schemas reports its own message; the field is what the form needs.
    expect(errors.map((error) => error.split(":")[0])).toContain(expected.split(":")[0]);
  });

  test("says which words to show for what is missing", () => {
    expect(errorsOf({ sources: [] })).toEqual(["sources: source-required"]);
    expect(errorsOf({ town: "" })).toEqual(["postcode: postcode-or-town"]);
    expect(errorsOf({ providerName: "" })).toEqual(["providerName: provider-or-not-named"]);
  });

  test("may have a provider that is not named, and a place we know instead of an address", () => {
    expect(errorsOf({ naming: "not-named", providerName: "", providerKind: "private-sector" })).toEqual([]);
    expect(errorsOf({ placeId: ID, town: "" })).toEqual([]);
  });

  test("is never reported as ended: that is a change", () => {
    expect(errorsOf({ status: "ended" })).toHaveLength(1);
  });
});

const others = {
  correction: {
    recordType: "provider",
    recordId: ID,
    field: "name",
    proposed: "SSP Health Ltd",
    sources: [source],
    note: "",
  },
  change: {
    serviceId: ID,
    change: "ended",
    on: "2025",
    sources: [source],
    note: "",
  },
  "still-there": { serviceId: ID, sources: [source], note: "" },
  "same-as": { serviceId: ID, otherId: OTHER, note: "" },
  "not-outsourced": {
    placeId: ID,
    checkedOn: "2026-11-01",
    proof: "register-holder",
    sources: [source],
    note: "",
  },
};

test.each(Object.entries(others))("%s is a kind of report", (kind, given) => {
  expect(proposalSchema.safeParse({ kind, v: 1, ...given }).success).toBe(true);
  expect(proposalSchema.safeParse({ kind, v: 2, ...given }).success).toBe(false);
});

test("every kind is in the union, and no other is accepted", () => {
  expect(["new-service", ...Object.keys(others)].sort()).toEqual([...REPORT_KINDS].sort());
  expect(proposalSchema.safeParse({ ...service, kind: "rumour" }).success).toBe(false);
});
