import { describe, expect, test } from "vitest";
import type { ChangeProposal, StoredChange } from "@/domain/reports/change-proposals";
import { agreeOnAddress, agreeOnDay, isSameChange } from "@/domain/reports/same-change";

const ID = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";
const OTHER = "1b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f11";
const source = (title: string) => ({
  kind: "news" as const,
  title,
  publisher: "Paper",
  url: "",
  publishedOn: "2024",
  says: "Says so.",
});
const sent = { v: 1 as const, sources: [source("One")], note: "" };
const onService = { ...sent, kind: "change" as const, serviceId: ID, on: "2024" };
const newProvider = {
  ...onService,
  change: "new-provider" as const,
  providerName: "Gazelle Ltd",
  providerKind: "" as const,
};
const moved = {
  ...onService,
  change: "moved" as const,
  placeId: null,
  placeName: "Gnu House",
  addressLines: "",
  town: "Carlisle",
  postcode: "CA2 7HY",
};
const pinned = { ...moved, town: "", postcode: "", point: "54.8951, -2.9382" };
const serving = { ...moved, town: "", postcode: "", areaId: ID };
const ended = { ...onService, change: "ended" as const };
const wrong = {
  ...sent,
  kind: "correction" as const,
  recordType: "service" as const,
  recordId: ID,
  field: "started-on" as const,
  proposed: "2024",
};
const ADDRESS = { addressLines: "1 High Street", town: "Carlisle", postcode: "" };
const address = {
  ...wrong,
  recordType: "place" as const,
  field: "address" as const,
  proposed: ADDRESS,
};
const pin = { ...address, field: "point" as const, proposed: "54.8965, -2.9578" };
const stillThere = { ...sent, kind: "still-there" as const, serviceId: ID };
const sameAs = { kind: "same-as" as const, v: 1 as const, serviceId: ID, otherId: OTHER, note: "" };
const ALL: ChangeProposal[] = [newProvider, moved, ended, wrong, address, stillThere, sameAs];

describe("two changes of one entry", () => {
  test.each(ALL)("say the same whatever their sources and notes: %j", (change) => {
    const other = { ...change, note: "Mine.", ...("sources" in change ? { sources: [source("Two")] } : {}) };
    expect(isSameChange(change, other)).toBe(true);
    for (const another of ALL) expect(isSameChange(change, another)).toBe(another === change);
  });

  test.each<[string, ChangeProposal, StoredChange, boolean]>([
    ["a name in other capitals", newProvider, { ...newProvider, providerName: "GAZELLE  ltd" }, true],
    ["another name", newProvider, { ...newProvider, providerName: "Okapi Ltd" }, false],
    ["a nearer day", ended, { ...ended, on: "2024-04" }, true],
    ["no day", ended, { ...ended, on: "" }, true],
    ["another day", ended, { ...ended, on: "2023" }, false],
    ["a postcode without its space", moved, { ...moved, postcode: "ca27hy", town: "" }, true],
    ["another postcode", moved, { ...moved, postcode: "CA2 4SJ" }, false],
    ["one of our places", { ...moved, placeId: ID }, { ...moved, placeId: ID, placeName: "" }, true],
    ["another of our places", { ...moved, placeId: ID }, { ...moved, placeId: OTHER }, false],
    ["the same pin", pinned, { ...pinned, point: "54.89510, -2.93821" }, true],
    ["another pin", pinned, { ...pinned, point: "54.8961, -2.9382" }, false],
    ["the same area", serving, { ...serving, placeName: "As it was called" }, true],
    ["another area", serving, { ...serving, areaId: OTHER }, false],
    ["an area and a place", serving, moved, false],
    ["another fact", wrong, { ...wrong, field: "ended-on" }, false],
    ["another line", wrong, { ...wrong, lineId: OTHER }, false],
    ["another entry", ended, { ...ended, serviceId: OTHER }, false],
    ["another entry that stays", sameAs, { ...sameAs, otherId: ID }, false],
    [
      "an address in another order",
      address,
      { ...address, proposed: { postcode: "", town: "CARLISLE", addressLines: "1 High  Street" } },
      true,
    ],
    [
      "a postcode of an address without its space",
      { ...address, proposed: { addressLines: "1 High Street", town: "Carlisle", postcode: "CA2 7HY" } },
      { ...address, proposed: { addressLines: "1 High Street", town: "Carlisle", postcode: "ca27hy" } },
      true,
    ],
    [
      "another street",
      address,
      { ...address, proposed: { ...ADDRESS, addressLines: "2 High Street" } },
      false,
    ],
    ["a pin a metre beside", pin, { ...pin, proposed: "54.89651, -2.9578" }, true],
    ["a pin across the street", pin, { ...pin, proposed: "54.8967, -2.9578" }, false],
    [
      "a merge by hand",
      address,
      { kind: "merge", v: 1, recordType: "place", recordId: ID, otherId: OTHER },
      false,
    ],
    ["what began with a report", ended, { kind: "new-service", v: 1, serviceId: ID }, false],
  ])("of which one says %s", (_, one, other, expected) => {
    expect(isSameChange(one, other)).toBe(expected);
  });

  test.each([
    ["2024", "2024-04-18", true],
    ["", "2024", true],
    ["2024-04", "2024-05", false],
    ["2024", "2025-01", false],
  ])("days %s and %s", (one, other, expected) => {
    expect(agreeOnDay(one, other)).toBe(expected);
    expect(agreeOnDay(other, one)).toBe(expected);
  });
});

describe("an address that is given is one that stands", () => {
  const stands = { addressLines: "1 High Street", town: "Carlisle", postcode: "CA2 7HY" };
  test.each([
    ["the same", stands, true],
    ["its postcode alone", { addressLines: "", town: "", postcode: "ca2 7hy" }, true],
    ["its street and town", { addressLines: "1 high street", town: "Carlisle", postcode: "" }, true],
    ["no more than its town", { addressLines: "", town: "Carlisle", postcode: "" }, false],
    ["another postcode", { ...stands, postcode: "CA2 7HZ" }, false],
    ["another street", { ...stands, addressLines: "2 High Street" }, false],
    ["another town", { ...stands, town: "Wigton" }, false],
  ])("%s", (_, given, expected) => {
    expect(agreeOnAddress(given, stands)).toBe(expected);
  });
});
