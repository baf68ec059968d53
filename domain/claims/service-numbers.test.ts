import { expect, it } from "vitest";
import type { ClaimRead } from "./reading";
import { serviceNumbers } from "./service-numbers";
import { claimOf } from "./testing";

const ANGLIA = "00000000-0000-4000-8000-000000000001";
const ESSEX = "00000000-0000-4000-8000-000000000002";
const counted = (key: string, given: Partial<ClaimRead> = {}) =>
  claimOf({
    id: key,
    field: "waiting-times",
    value: { key, completedAdmitted: 1, completedNonAdmitted: 2, waiting: 3, newReferrals: 4 },
    ...given,
  });
const paid = (areaId: string, month: string, completed: number) =>
  claimOf({
    id: `${areaId}/${month}`,
    field: "paid-for-by",
    value: { key: `${areaId}/${month}`, areaId, month, completed },
  });

it("has the newest six months first, and who paid in the newest", () => {
  const months = ["2025-11", "2026-01", "2025-12", "2026-04", "2026-02", "2026-03", "2025-10"];
  const claims = [
    ...months.map((month) => counted(month)),
    paid(ANGLIA, "2026-04", 5),
    paid(ESSEX, "2026-04", 9),
    paid(ESSEX, "2026-03", 99),
    claimOf({ id: "name" }),
  ];
  const numbers = serviceNumbers(claims);
  expect(numbers?.months.map(({ key }) => key)).toEqual([
    "2026-04",
    "2026-03",
    "2026-02",
    "2026-01",
    "2025-12",
    "2025-11",
  ]);
  expect(numbers?.payers.map(({ areaId }) => areaId)).toEqual([ESSEX, ANGLIA]);
  expect(numbers?.claims.map(({ id }) => id)).not.toContain("2025-10");
  expect(numbers?.claims.map(({ id }) => id)).not.toContain(`${ESSEX}/2026-03`);
});

it("says nothing of what does not hold any more, and nothing of none", () => {
  expect(serviceNumbers([counted("2026-04", { isInForce: false })])).toBeNull();
  expect(serviceNumbers([])).toBeNull();
});

it("takes out of the list of facts what the plot shows, and nothing else", () => {
  const claims = [counted("2026-04"), paid(ANGLIA, "2026-04", 5), claimOf({ id: "name" })];
  expect(serviceNumbers(claims)?.claims.map(({ id }) => id)).toEqual(["2026-04", `${ANGLIA}/2026-04`]);
});
