import { expect, test } from "vitest";
import type { Claim, ClaimField } from "@/domain/claims/claim";
import { changeOf } from "./facts";

const claim = (given: Partial<Claim>): Claim => ({
  id: "1",
  recordType: "service",
  recordId: "s",
  field: "started-on",
  value: "2024",
  validFrom: null,
  validTo: null,
  sourceId: "old",
  says: "",
  confirmedOn: "2025-01-01",
  recordedAt: new Date(0),
  supersededBy: null,
  ...given,
});
const fact = (value: unknown, field: ClaimField = "started-on") => ({ field, value, words: String(value) });
const newer = { sourceId: "new", confirmedOn: "2026-01-01" };
const older = { sourceId: "new", confirmedOn: "2024-01-01" };

test.each([
  ["nothing there", [], fact("2024"), newer, { kind: "sets", from: null }],
  ["the same, confirmed later", [claim({})], fact("2024"), newer, { kind: "confirms", from: "2024" }],
  ["the same, confirmed earlier", [claim({})], fact("2024"), older, null],
  ["another, newer than ours", [claim({})], fact("2023"), older, { kind: "contradicts", from: "2024" }],
  ["another, older than ours", [claim({})], fact("2023"), newer, { kind: "changes", from: "2024" }],
  ["said by this source before", [claim({ sourceId: "new" })], fact("2024"), newer, null],
  [
    "said by this source before, and overtaken since",
    [claim({ sourceId: "new", value: "2023" }), claim({ id: "2", confirmedOn: "2027-01-01" })],
    fact("2023"),
    newer,
    null,
  ],
  [
    "a flag that was lifted",
    [claim({ field: "may-have-ended", value: null })],
    fact("reported", "may-have-ended"),
    newer,
    { kind: "sets", from: null },
  ],
  [
    "one contract more",
    [claim({ field: "contract", value: { contractId: "a" } })],
    fact({ contractId: "b" }, "contract"),
    newer,
    { kind: "sets", from: null },
  ],
])("%s", (_, claims, said, cited, expected) => {
  const change = changeOf(said, claims, cited);
  expect(change && { kind: change.kind, from: change.from }).toEqual(expected);
});
