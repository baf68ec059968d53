import { expect, test } from "vitest";
import type { Claim, ClaimField } from "@/domain/claims/claim";
import { changeOf, factsOfRow } from "./facts";
import type { ImportRow } from "./row";

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

const ROW = {
  status: "operating",
  provider: "Sight Ltd",
  providerKind: null,
  commissioner: null,
  contractType: null,
  startedOn: null,
} as ImportRow;
const REFS = { providerId: "p", commissionerId: "c", contractId: "k" };
const said = (row: Partial<ImportRow>) =>
  factsOfRow({ ...ROW, ...row }, REFS).map(({ field, value, words }) => [field, value, words]);
const NOTICE = { reference: "AB-1", startsOn: null, endsOn: null, value: null };

test.each<[string, Partial<ImportRow>, unknown[][]]>([
  [
    "state and provider",
    {},
    [
      ["status", "operating", "operating"],
      ["provider", { providerId: "p" }, "Sight Ltd"],
    ],
  ],
  ["an end, for review", { status: "ended", provider: null }, [["may-have-ended", "reported", "reported"]]],
  [
    "what kind of organisation, where none is named",
    { provider: null, providerKind: "charity" },
    [
      ["status", "operating", "operating"],
      ["provider-kind", "charity", "charity"],
    ],
  ],
  [
    "nothing of a kind that is not known",
    { provider: null, providerKind: "not-known" },
    [["status", "operating", "operating"]],
  ],
  [
    "the provider alone, where its kind is told too",
    { providerKind: "charity" },
    [
      ["status", "operating", "operating"],
      ["provider", { providerId: "p" }, "Sight Ltd"],
    ],
  ],
  [
    "payer, contract and start",
    { provider: null, commissioner: "NHS Cumbria", contractType: "apms", startedOn: "2020-05" },
    [
      ["status", "operating", "operating"],
      ["commissioner", { commissionerId: "c" }, "NHS Cumbria"],
      ["contract", { contractId: "k" }, "apms"],
      ["started-on", "2020-05", "2020-05"],
    ],
  ],
  [
    "a contract by its notice's reference",
    { provider: null, contractType: "apms", notice: NOTICE },
    [
      ["status", "operating", "operating"],
      ["contract", { contractId: "k" }, "AB-1"],
    ],
  ],
  [
    "a contract of a type that is not known, where the notice has no reference",
    { provider: null, contractType: "unknown", notice: { ...NOTICE, reference: "" } },
    [
      ["status", "operating", "operating"],
      ["contract", { contractId: "k" }, "unknown"],
    ],
  ],
  [
    "nothing of a contract of which only its type is not known",
    { provider: null, contractType: "unknown" },
    [["status", "operating", "operating"]],
  ],
])("a row states %s", (_, row, expected) => expect(said(row)).toEqual(expected));

test("a change says what is held in words, where somebody has them", () => {
  const held = claim({ field: "provider", value: { providerId: "a" } });
  const other = { field: "provider" as const, value: { providerId: "b" }, words: "B Ltd" };
  expect(changeOf(other, [held], newer)).toEqual({
    field: "provider",
    kind: "changes",
    from: null,
    to: "B Ltd",
  });
  expect(changeOf(other, [held], newer, () => "A Ltd")?.from).toBe("A Ltd");
  expect(changeOf(fact("2023"), [claim({})], { sourceId: "new", confirmedOn: "2025-01-01" })?.kind).toBe(
    "changes",
  );
  expect(changeOf(fact("2024"), [claim({})], { sourceId: "new", confirmedOn: "2025-01-01" })).toBeNull();
  expect(changeOf(fact("operating", "status"), [claim({ sourceId: "new" })], newer)?.kind).toBe("sets");
});
