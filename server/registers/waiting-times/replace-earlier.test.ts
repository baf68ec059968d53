import { expect, test } from "vitest";
import type { Claim, ClaimField } from "@/domain/claims/claim";
import { recordedClaim } from "@/domain/claims/testing";
import type { RecordDraft } from "@/server/records/save-records";
import { replaceEarlier } from "./replace-earlier";

const address = (precision: "town" | "postcode", postcode = "") => ({
  key: "main",
  lines: "",
  town: "Widnes",
  postcode,
  lon: -2.7,
  lat: 53.4,
  precision,
});
const stored = (given: Partial<Claim>): Claim =>
  recordedClaim({ recordType: "place", recordId: "p", field: "address", ...given });
const TOWN = "The middle of Widnes, which SpaMedica Widnes is named after: no address.";
const draft = (field: ClaimField, value: unknown, sourceId = "cqc"): RecordDraft => ({
  recordType: "place",
  recordId: "p",
  claims: [{ id: "new", field, value, sourceId, says: "Says so.", confirmedOn: "2022-07-06" }],
});
const replacedBy = (now: RecordDraft, held: Claim[]) =>
  replaceEarlier([now], held)[0]?.claims[0]?.supersedes ?? [];

test("an address takes the place of the middle of a town, whatever the day of the file of towns", () => {
  const town = stored({ id: "old", value: address("town"), says: TOWN, confirmedOn: "2024-04-01" });
  expect(replacedBy(draft("address", address("postcode", "WA8 0RR")), [town])).toEqual(["old"]);
  expect(replacedBy(draft("address", address("town")), [town])).toEqual([]);
  const told = { ...town, says: "Somebody reported this address." };
  expect(replacedBy(draft("address", address("postcode", "WA8 0RR")), [told])).toEqual([]);
});

test("a sentence of ours about the same source and operator gives way to one that names its sources", () => {
  const old = stored({
    id: "old",
    field: "provider",
    value: { providerId: "circle" },
    sourceId: "hospitals",
    says: "The register gives BMI Healthcare as its parent, which became Circle Health Group.",
  });
  expect(replacedBy(draft("provider", { providerId: "circle" }, "hospitals"), [old])).toEqual(["old"]);
  expect(replacedBy(draft("provider", { providerId: "circle" }, "cqc"), [old])).toEqual([]);
  expect(replacedBy(draft("provider", { providerId: "ramsay" }, "hospitals"), [old])).toEqual([]);
});
