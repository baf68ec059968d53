import { describe, expect, it } from "vitest";
import type { Claim, ClaimField } from "@/domain/claims/claim";
import { addUpNumbers, addUpPayers } from "./provider-numbers";

let number = 0;
function claim(recordId: string, field: ClaimField, value: unknown, more: Partial<Claim> = {}): Claim {
  number += 1;
  return {
    id: String(number),
    recordType: "service",
    recordId,
    field,
    value,
    validFrom: null,
    validTo: null,
    sourceId: "source",
    says: "Says so.",
    confirmedOn: "2026-04-30",
    recordedAt: new Date(number),
    supersededBy: null,
    ...more,
  };
}
const month = (key: string, waiting: number) => ({
  key,
  waiting,
  completedAdmitted: 1,
  completedNonAdmitted: 2,
  newReferrals: 3,
});

describe("numbers", () => {
  it("are those of the newest month, added up over services, each counted as it stands", () => {
    const claims = [
      claim("a", "waiting-times", month("2026-03", 100)),
      claim("a", "waiting-times", month("2026-04", 10)),
      claim("a", "waiting-times", month("2026-04", 12)), // recorded later: the extract was put right
      claim("b", "waiting-times", month("2026-04", 5)),
    ];
    expect(addUpNumbers(claims)).toEqual({
      month: "2026-04",
      services: 2,
      isAlsoElsewhere: false,
      waiting: 17,
      completedAdmitted: 2,
      completedNonAdmitted: 4,
      newReferrals: 6,
    });
  });
  it("take in what the extract counts of an organisation without a place, which is no service", () => {
    const ofProvider = claim("p", "waiting-times", month("2026-04", 7), { recordType: "provider" });
    const of = [claim("a", "waiting-times", month("2026-04", 5)), ofProvider];
    expect(addUpNumbers(of)).toMatchObject({ services: 1, isAlsoElsewhere: true, waiting: 12 });
    expect(addUpNumbers([ofProvider])).toMatchObject({ services: 0, isAlsoElsewhere: true, waiting: 7 });
  });
  it("are none where nothing is told", () => {
    expect(addUpNumbers([])).toBeNull();
  });
});

it("adds up who paid, over services, the most first", () => {
  const area = (digit: string) => `00000000-0000-4000-8000-00000000000${digit}`;
  const paid = (digit: string, completed: number, of = "2026-04") => ({
    key: `${area(digit)}/${of}`,
    areaId: area(digit),
    month: of,
    completed,
  });
  const claims = [
    claim("a", "paid-for-by", paid("1", 4)),
    claim("a", "paid-for-by", paid("2", 5)),
    claim("b", "paid-for-by", paid("1", 2)),
    claim("b", "paid-for-by", paid("3", 99, "2025-12")),
  ];
  expect(addUpPayers(claims).map(({ areaId, completed }) => [areaId, completed])).toEqual([
    [area("1"), 6],
    [area("2"), 5],
  ]);
});

describe("payers", () => {
  const area = (digit: string) => `00000000-0000-4000-8000-00000000000${digit}`;
  const paid = (digit: string, completed: number) => ({
    key: `${area(digit)}/2026-04`,
    areaId: area(digit),
    month: "2026-04",
    completed,
  });
  const shown = (claims: Claim[]) => addUpPayers(claims).map(({ areaId }) => areaId.at(-1));

  it("that paid for as many stand in one order, however they come", () => {
    const claims = ["2", "3", "1"].map((digit) => claim("a", "paid-for-by", paid(digit, 4)));
    expect(shown(claims)).toEqual(["1", "2", "3"]);
    expect(shown(claims.toReversed())).toEqual(["1", "2", "3"]);
  });
  it("are told the most first, wherever they stood", () => {
    const of = [claim("a", "paid-for-by", paid("1", 4)), claim("a", "paid-for-by", paid("2", 9))];
    expect(shown(of)).toEqual(["2", "1"]);
    expect(shown(of.toReversed())).toEqual(["2", "1"]);
  });
  it("are none where nothing is told of who paid", () => {
    expect(addUpPayers([claim("a", "waiting-times", month("2026-04", 1))])).toEqual([]);
  });
});

it("takes other facts for no figures", () => {
  expect(
    addUpNumbers([claim("a", "name", "Eye clinic"), claim("a", "waiting-times", month("2026-04", 5))]),
  ).toMatchObject({
    services: 1,
    waiting: 5,
  });
});

it("who paid is told of the newest month of many", () => {
  const areaId = "00000000-0000-4000-8000-000000000001";
  const claims = ["2026-01", "2026-04", "2026-02", "2026-03"].map((key, completed) =>
    claim("a", "paid-for-by", { key: `${areaId}/${key}`, areaId, month: key, completed }),
  );
  expect(addUpPayers(claims).map((payer) => payer.month)).toEqual(["2026-04"]);
});
