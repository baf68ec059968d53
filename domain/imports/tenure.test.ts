import { expect, test } from "vitest";
import { recordedClaim } from "@/domain/claims/testing";
import type { ImportRow } from "./row";
import { isOlderSource, tenureOf } from "./tenure";

const TODAY = "2026-11-21";
/** What we hold: Sight Ltd has run it since May 2020, as a source of March 2026 says. */
const provider = recordedClaim({ field: "provider", value: { providerId: "p1" }, confirmedOn: "2026-03-01" });
const began = (value: string) => recordedClaim({ id: "c2", field: "started-on", value });

function takenOver(
  given: Partial<Pick<ImportRow, "startedOn" | "status">>,
  { since = "2020-05", confirmedOn = "2026-09-01" } = {},
) {
  const row = {
    place: "Newtown",
    provider: "Other Eyes Ltd",
    status: "operating",
    startedOn: null,
    ...given,
  };
  const service = { id: "s1", name: "Eye care at Newtown", providerName: "Sight Ltd" };
  const tenure = tenureOf(row as ImportRow, {
    service: { kind: "same", note: "provider-changes", service: service as never },
    claims: [provider, began(since)],
    cited: { sourceId: "later", confirmedOn },
    decision: null,
    today: TODAY,
  });
  if (tenure === null) return null;
  return tenure.kind === "refused"
    ? tenure.problem.code
    : [tenure.of.ends ? "ends" : "goes on", ...tenure.warnings.map(({ code }) => code)];
}

test("the next one begins later than the first day of the one before it, never on it", () => {
  const since = "2020-05-04";
  expect(takenOver({ startedOn: "2020-05-03" }, { since })).toBe("tenure-before");
  expect(takenOver({ startedOn: "2020-05-04" }, { since })).toBe("tenure-before");
  expect(takenOver({ startedOn: "2020-05-05" }, { since })).toEqual(["ends"]);
  // A month begins on its first day.
  expect(takenOver({ startedOn: "2020-05" }, { since: "2020-05-01" })).toBe("tenure-before");
  expect(takenOver({ startedOn: "2020-05-02" }, { since: "2020-05" })).toEqual(["ends"]);
});

test("the one before is over on the day on which the next begins, and not the day before it", () => {
  expect(takenOver({ startedOn: TODAY })).toEqual(["ends"]);
  expect(takenOver({ startedOn: "2026-11-22" })).toEqual(["goes on", "tenure-planned"]);
  expect(takenOver({ startedOn: "2026-11" })).toEqual(["ends"]);
  expect(takenOver({ startedOn: "2026-12" })).toEqual(["goes on", "tenure-planned"]);
});

test("what is planned ends nothing, with a date that is over or without one", () => {
  expect(takenOver({ status: "planned", startedOn: "2026-04" })).toEqual(["goes on", "tenure-planned"]);
  expect(takenOver({ status: "planned" })).toEqual(["goes on", "tenure-planned"]);
  expect(takenOver({})).toEqual(["ends", "tenure-undated"]);
});

test("a source of the same day as what we hold is not older; one of the day before stands beside it", () => {
  expect(takenOver({}, { confirmedOn: "2026-03-01" })).toEqual(["ends", "tenure-undated"]);
  expect(takenOver({}, { confirmedOn: "2026-02-28" })).toBeNull();
  expect(isOlderSource([], { sourceId: null, confirmedOn: "1999-01-01" })).toBe(false);
});
