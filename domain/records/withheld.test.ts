import { expect, it } from "vitest";
import { type Role, systemActor, VISITOR } from "@/domain/actor";
import { RECORD_TYPES } from "@/domain/claims/claim";
import { VISIBILITIES } from "@/domain/services/service";
import {
  brakeRefusal,
  canStand,
  isWithheldByHand,
  RECORD_COMMAND,
  WITHHELD_TYPES,
  withholdRefusal,
} from "./withheld";

const person = (role: Role) => ({ kind: "campaigner" as const, id: "u", role });

it.each(VISIBILITIES)("what is %s can be withheld only when it is public", (visibility) => {
  const expected = { withheld: "withheld-already", merged: "not-public", erased: "not-public" };
  expect(withholdRefusal(visibility)).toBe(expected[visibility as keyof typeof expected] ?? null);
});

it("a record stands on what is said of it now, not on what was replaced", () => {
  expect(canStand("provider", [{ field: "name", supersededBy: null }])).toBe(true);
  expect(canStand("provider", [{ field: "name", supersededBy: "newer" }])).toBe(false);
  expect(canStand("service", [{ field: "name", supersededBy: null }])).toBe(false);
});

it.each(RECORD_TYPES.filter((type) => type !== "area"))(
  "a %s of which nothing is said does not stand",
  (type) => {
    expect(canStand(type, [])).toBe(false);
  },
);

it("a moderator withholds a service, a place, a provider or a source by itself, and nothing that only rests on them", () => {
  const all = [...WITHHELD_TYPES, "area", "", null, 3];
  expect(all.filter(isWithheldByHand)).toEqual(["service", "place", "provider", "source"]);
});

it.each([
  ["a visitor", VISITOR, "sign-in"],
  ["a campaigner", person("campaigner"), "not-moderator"],
  ["a trusted campaigner", person("trusted-campaigner"), "not-moderator"],
  ["a moderator", person("moderator"), null],
  ["an admin", person("admin"), null],
  [
    "an admin who gave no second factor",
    { ...person("campaigner"), withheld: "admin" as const },
    "not-moderator",
  ],
  ["the command for it", systemActor(RECORD_COMMAND), null],
  ["any other job", systemActor("starter-data"), "not-moderator"],
])("%s may take a record off the site: %s", (_, actor, refusal) => {
  expect(brakeRefusal(actor)).toBe(refusal);
});

it.each([
  ["service", ["name", "category", "status"]],
  ["place", ["name", "kind"]],
  ["provider", ["name"]],
  ["commissioner", ["name", "kind"]],
  ["contract", ["type"]],
] as const)("a %s stands on %j, and without any one of them does not", (type, needed) => {
  const said = needed.map((field) => ({ field, supersededBy: null }));
  expect(canStand(type, said)).toBe(true);
  for (const missing of said)
    expect(
      canStand(
        type,
        said.filter((one) => one !== missing),
      ),
    ).toBe(false);
});

it("a figure for an area needs no name of its own", () => {
  expect(canStand("area", [])).toBe(true);
});
