import { expect, it } from "vitest";
import { agreeAsPlaces, agreeAsProviders } from "./alike-names";

it.each([
  ["Warwick Road Surgery", "Warwick Rd Surgery", "same"],
  ["The Mill", "Mill", "same"],
  ["St Mary’s Hosp", "Saint Marys Hospital", "same"],
  ["Dr Smith’s Practise", "Doctor Smiths Practice", "same"],
  ["Mill Ctr", "Mill Center", "same"],
  ["Spire Bushey", "Spire Bushey A12345", "same"],
  ["SpaMedica Carlisle", "SpaMedica", "alike"],
  ["Fusehill Surgery", "Fusehill Medical Practice", "alike"],
  // One slip in a long word, and none in a short one.
  ["Fusehill Surgery", "Fushill Surgery", "alike"],
  ["Fusehill Surgery", "Fuseihll Surgery", "alike"],
  ["Fusehill Surgery", "Fusehall Surgery", "alike"],
  ["Fusehill Surgery", "Fuzehall Surgery", "other"],
  ["Fusehill Surgery", "Fushil Surgery", "other"],
  ["Mill Surgery", "Hill Surgery", "other"],
  ["Unit1 Surgery", "Unit2 Surgery", "other"],
  ["Lakeside North Surgery", "Lakeside Surgery", "other"],
  ["Ward 2 Lakeside", "Lakeside Ward", "other"],
  ["Lakeside Surgery", "Riverside Surgery", "other"],
  ["Lakeside River Surgery", "Lakeside Tower Surgery", "other"],
  // Nothing but what half of all places are called.
  ["Health Centre", "Medical Practice", "other"],
  ["Health Centre", "Lakeside Health Centre", "other"],
])("the places %s and %s are %s", (a, b, agreement) => {
  expect(agreeAsPlaces(a, b, ["Carlisle"])).toBe(agreement);
  expect(agreeAsPlaces(b, a, ["Carlisle"])).toBe(agreement);
});

it("a town that is all that a name has tells it", () => {
  expect(agreeAsPlaces("Carlisle Clinic", "Carlisle Hospital", ["Carlisle"])).toBe("alike");
  expect(agreeAsPlaces("Carlisle Clinic", "Kendal Hospital", ["Carlisle", "Kendal"])).toBe("other");
});

it.each([
  ["", "Mill"],
  ["Mill", "—"],
])("without a name nothing is said: %j, %j", (a, b) => expect(agreeAsPlaces(a, b, [])).toBeNull());

it.each([
  ["SpaMedica Ltd", "Spa Medica", "same"],
  ["HCRG Care Group", "HCRG", "alike"],
  ["Spire", "Spire Healthcare", "alike"],
  ["Ramsay Health Care", "Circle Health Group", "other"],
  ["Care Group", "Health Holdings", "other"],
  ["", "Spire", "other"],
  ["Spire", "", "other"],
])("the organisations %j and %j are %s", (a, b, agreement) => {
  expect(agreeAsProviders(a, b)).toBe(agreement);
});
