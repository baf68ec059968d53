import { describe, expect, it } from "vitest";
import { recordedClaim } from "@/domain/claims/testing";
import type { KnownPlace, KnownService } from "./match";
import { planRow, type RowFindings } from "./plan-row";
import type { ImportRow } from "./row";

const TODAY = "2026-11-21";
const ROW: ImportRow = {
  place: "Newtown Clinic",
  address: "1 High Street",
  town: "Carlisle",
  postcode: "CA2 7HY",
  lat: null,
  lon: null,
  placeKind: null,
  registerCode: null,
  category: "eye-care",
  provider: "Sight Ltd",
  providerKind: "company",
  commissioner: null,
  contractType: null,
  status: "operating",
  startedOn: null,
  note: "",
  key: null,
  areaId: null,
};
const PLACE: KnownPlace = {
  id: "place-1",
  name: "Newtown Clinic, Carlisle",
  kind: "other",
  lines: "1 High Street",
  postcode: "CA2 7HY",
  town: "Carlisle",
  lat: 54.9,
  lon: -2.9,
  precision: "postcode",
  codes: [],
  endedCodes: [],
};
const SERVICE: KnownService = {
  id: "service-1",
  name: "Eye care at Newtown",
  category: "eye-care",
  placeId: PLACE.id,
  providerId: "provider-1",
  providerName: "Sight Ltd",
  areaIds: [],
};
const SIGHT = { id: "provider-1", name: "Sight Ltd" };
const FOUND: RowFindings = {
  place: { kind: "none", look: [], coded: [] },
  placeBefore: null,
  service: { kind: "new", lookAt: null },
  claims: [],
  provider: { kind: "none" },
  commissioner: null,
  contractId: null,
  cited: { sourceId: "list", confirmedOn: "2026-09-01" },
  name: "Eye care at Newtown Clinic",
  position: "exact",
  positionProblem: null,
  isAreaOnly: false,
  sensitive: null,
  decision: null,
  today: TODAY,
};
/** The place, the service and its provider are those that we have. */
const SAME: Partial<RowFindings> = {
  place: { kind: "same", place: PLACE, because: "postcode-and-name" },
  service: { kind: "same", service: SERVICE, note: null },
  provider: { kind: "same", provider: SIGHT },
  claims: [
    recordedClaim({ field: "provider", value: { providerId: SIGHT.id }, confirmedOn: "2026-10-01" }),
    recordedClaim({ id: "2", field: "status", value: "operating", confirmedOn: "2026-10-01" }),
  ],
};
const plan = (row: Partial<ImportRow> = {}, found: Partial<RowFindings> = {}) =>
  planRow({ ...ROW, ...row }, { ...FOUND, ...found });
const warned = (row: Partial<ImportRow> = {}, found: Partial<RowFindings> = {}) =>
  plan(row, found).warnings.map(({ column, code, detail }) => [column, code, detail]);

describe("a row about what nobody has yet", () => {
  it("makes a place, a service and a provider, and says which of them is new", () => {
    expect(plan()).toEqual({
      outcome: "new",
      problems: [],
      warnings: [{ column: "provider", code: "new-provider", detail: "Sight Ltd" }],
      plan: {
        place: { id: null, because: "new", name: "Newtown Clinic" },
        areaId: null,
        service: { id: null, name: "Eye care at Newtown Clinic" },
        provider: { id: null, name: "Sight Ltd" },
        commissioner: null,
        changes: [],
      },
    });
  });

  it("has no place where it is care that is shown by area only", () => {
    const planned = plan({ areaId: "area" }, { place: null, isAreaOnly: true });
    expect(planned.plan).toMatchObject({ place: null, areaId: "area" });
    expect(planned.warnings[0]).toEqual({ column: "category", code: "area-only", detail: "" });
  });

  it("stands on what rows before it make, under their names", () => {
    const placeBefore = { ...PLACE, name: "The Newtown Clinic", number: 3 };
    const provider = { kind: "same", provider: { id: "row 4", name: "SIGHT LTD", row: 4 } } as const;
    expect(plan({}, { placeBefore, provider }).plan).toMatchObject({
      place: { id: null, because: "new", name: "The Newtown Clinic", row: 3 },
      provider: { id: null, name: "SIGHT LTD", row: 4 },
    });
  });

  it("names a commissioner, one that we have or a new one", () => {
    const named = { commissioner: "NHS Cumbria" };
    const known = { id: "commissioner-1", name: "NHS North Cumbria" };
    expect(plan(named).plan?.commissioner).toEqual({ id: null, name: "NHS Cumbria" });
    expect(warned(named)).toContainEqual(["commissioner", "new-commissioner", "NHS Cumbria"]);
    expect(plan(named, { commissioner: known }).plan?.commissioner).toEqual(known);
    expect(warned(named, { commissioner: known })).not.toContainEqual(
      expect.arrayContaining(["new-commissioner"]),
    );
    expect(plan({}, { commissioner: known }).plan?.commissioner).toBeNull();
  });

  it("leaves a provider that nobody names unnamed", () => {
    expect(plan({ provider: null }).plan?.provider).toBeNull();
    expect(warned({ provider: null })).toEqual([]);
  });
});

describe("a row is refused", () => {
  it.each<[string, Partial<ImportRow>, Partial<RowFindings>, string, string | null, string]>([
    ["an end of what we do not have", { status: "ended" }, {}, "status-ended-unmatched", "status", ROW.place],
    [
      "a provider that could be two",
      {},
      { provider: { kind: "which", names: ["Sight Ltd", "Sight plc"] } },
      "provider-which",
      "provider",
      "Sight Ltd; Sight plc",
    ],
    [
      "a new provider of no kind",
      { providerKind: null },
      {},
      "provider-kind-needed",
      "provider-kind",
      "Sight Ltd",
    ],
    [
      "an NHS trust as a new provider",
      { provider: "NHS Cumbria" },
      {},
      "provider-nhs",
      "provider",
      "NHS Cumbria",
    ],
    [
      "words that tell sensitive care",
      {},
      { sensitive: "abortion" },
      "could-be-sensitive",
      "category",
      "abortion",
    ],
    [
      "a successor that began before the one before it",
      { provider: "Other Eyes Ltd", startedOn: "2019-01-01" },
      {
        ...SAME,
        provider: { kind: "none" },
        service: { kind: "same", service: SERVICE, note: "provider-changes" },
        claims: [recordedClaim({ field: "started-on", value: "2020-05-04" })],
      },
      "tenure-before",
      "started-on",
      "2020-05-04",
    ],
  ])("for %s", (_, row, found, code, column, detail) => {
    expect(plan(row, found)).toEqual({
      outcome: "refused",
      problems: [{ column, code, detail }],
      warnings: [],
      plan: null,
    });
  });

  it("not for a kind that is missing where the provider is known, or nobody", () => {
    expect(plan({ providerKind: null }, { provider: { kind: "same", provider: SIGHT } }).outcome).toBe("new");
    expect(plan({ providerKind: null, provider: null }).outcome).toBe("new");
  });

  it("not for sensitive words that somebody read, and then says them", () => {
    const found = { sensitive: "abortion", decision: "not-sensitive" } as const;
    expect(plan({}, found).outcome).toBe("new");
    expect(warned({}, found)).toContainEqual(["category", "sensitive-words", "abortion"]);
  });

  it("not for sensitive words of a row that adds nothing", () => {
    expect(plan({}, { ...SAME, sensitive: "abortion" }).outcome).toBe("unchanged");
  });
});

describe("a row about a service that we have", () => {
  it("adds nothing where all is known as lately", () => {
    expect(plan({}, SAME)).toMatchObject({
      outcome: "unchanged",
      warnings: [],
      plan: {
        place: { id: PLACE.id, name: PLACE.name, because: "postcode-and-name" },
        service: { id: SERVICE.id },
        provider: SIGHT,
        changes: [],
      },
    });
    expect(plan({}, SAME).plan).not.toHaveProperty("successorOf");
    expect(plan({}, SAME).plan?.place).not.toHaveProperty("addressKey");
  });

  it("says what else it tells", () => {
    expect(plan({ startedOn: "2020-05" }, SAME)).toMatchObject({
      outcome: "changed",
      warnings: [],
      plan: { changes: [{ field: "started-on", kind: "sets", from: null, to: "2020-05" }] },
    });
  });

  it("says of an older list what stands against it", () => {
    const found = {
      ...SAME,
      claims: [
        ...(SAME.claims ?? []),
        recordedClaim({ id: "3", field: "started-on", value: "2018", confirmedOn: "2026-10-01" }),
      ],
    };
    expect(plan({ startedOn: "2020-05" }, found).plan?.changes).toEqual([
      { field: "started-on", kind: "contradicts", from: "2018", to: "2020-05" },
    ]);
    expect(warned({ startedOn: "2020-05" }, found)).toEqual([[null, "source-older", "started-on: 2018"]]);
  });

  it("marks one that ended for a look", () => {
    expect(plan({ status: "ended" }, SAME)).toMatchObject({
      outcome: "ended",
      plan: { changes: [{ field: "may-have-ended", kind: "sets", from: null, to: "reported" }] },
    });
  });

  it("holds its contract and commissioner by their ids", () => {
    const found = { ...SAME, commissioner: { id: "c", name: "NHS Cumbria" }, contractId: "contract" };
    const row = { commissioner: "NHS Cumbria", contractType: "apms" } as const;
    const fields = (claims: RowFindings["claims"]) =>
      plan(row, { ...found, claims }).plan?.changes.map(({ field }) => field);
    const payer = recordedClaim({
      id: "3",
      field: "commissioner",
      value: { commissionerId: "c" },
      confirmedOn: "2026-10-01",
    });
    const contract = recordedClaim({
      id: "4",
      field: "contract",
      value: { contractId: "contract" },
      confirmedOn: "2026-10-01",
    });
    const held = SAME.claims ?? [];
    expect(fields(held)).toEqual(["commissioner", "contract"]);
    expect(fields([...held, payer])).toEqual(["contract"]);
    expect(fields([...held, payer, contract])).toEqual([]);
  });

  it("takes another address only where ours is not exact, no problem stands, and it is the main one", () => {
    const inTown: KnownPlace = { ...PLACE, precision: "town", postcode: "", lines: "" };
    const place = { kind: "same", place: inTown, because: "town-and-name" } as const;
    const fields = (found: Partial<RowFindings>) =>
      plan({}, { ...SAME, place, ...found }).plan?.changes.map(({ field }) => field);
    const problem = { column: "postcode", code: "coordinates-far", detail: "x" } as const;
    expect(fields({})).toEqual(["address"]);
    expect(fields({ position: "town" })).toEqual([]);
    expect(fields({ positionProblem: problem })).toEqual([]);
    expect(fields({ place: { ...place, addressKey: "A82019001" } })).toEqual([]);
    expect(plan({}, { ...SAME, place: { ...place, addressKey: "A82019001" } }).plan?.place).toMatchObject({
      addressKey: "A82019001",
    });
    expect(fields({ place: { kind: "same", place: PLACE, because: "register-code" } })).toEqual([]);
    // What the row says of the address is told even where nothing else is new.
    expect(warned({}, { ...SAME, positionProblem: problem })).toEqual([["postcode", "coordinates-far", "x"]]);
  });
});

describe("another provider at a service that we have", () => {
  const other: Partial<RowFindings> = {
    ...SAME,
    provider: { kind: "same", provider: { id: "provider-2", name: "Other Eyes Ltd" } },
    service: { kind: "same", service: SERVICE, note: "provider-changes" },
    claims: [
      recordedClaim({ field: "provider", value: { providerId: SIGHT.id }, confirmedOn: "2026-03-01" }),
    ],
  };
  const row = { provider: "Other Eyes Ltd" };

  it("is the next tenure, a service of its own", () => {
    expect(plan(row, other)).toMatchObject({
      outcome: "changed",
      plan: {
        service: { id: null },
        successorOf: { id: SERVICE.id, name: SERVICE.name, ends: true },
        provider: { id: "provider-2", name: "Other Eyes Ltd" },
        changes: [{ field: "provider", kind: "changes", from: "Sight Ltd", to: "Other Eyes Ltd" }],
      },
    });
    expect(warned(row, other)).toEqual([
      ["provider", "provider-changes", "Sight Ltd"],
      ["started-on", "tenure-undated", "Sight Ltd"],
    ]);
  });

  it("is a change of the same service where the one before was a mistake", () => {
    const planned = plan(row, { ...other, decision: "correction" });
    expect(planned.plan).toMatchObject({ service: { id: SERVICE.id } });
    expect(planned.plan).not.toHaveProperty("successorOf");
    expect(planned.plan?.changes).toEqual([
      { field: "status", kind: "sets", from: null, to: "operating" },
      { field: "provider", kind: "changes", from: "Sight Ltd", to: "Other Eyes Ltd" },
    ]);
  });

  it("of an older list stands beside what we have, and nothing else of that list is said", () => {
    const older = { ...other, cited: { sourceId: "list", confirmedOn: "2025-01-01" } };
    expect(plan({ ...row, startedOn: "2020-05" }, older).plan?.changes).toEqual([
      { field: "provider", kind: "contradicts", from: "Sight Ltd", to: "Other Eyes Ltd" },
    ]);
    expect(
      plan({ ...row, startedOn: "2020-05" }, { ...older, decision: "correction" }).plan?.changes.map(
        ({ field }) => field,
      ),
    ).toEqual(["status", "provider", "started-on"]);
  });
});

describe("what somebody should look at", () => {
  it.each<[string, Partial<ImportRow>, Partial<RowFindings>, [string | null, string, string]]>([
    [
      "another provider at the place",
      {},
      { service: { kind: "new", lookAt: SERVICE } },
      ["provider", "another-provider-there", "Sight Ltd"],
    ],
    [
      "a service without a provider at the place",
      {},
      { service: { kind: "new", lookAt: { ...SERVICE, providerName: null } } },
      ["provider", "another-provider-there", "Eye care at Newtown"],
    ],
    ["a start that is to come", { startedOn: "2026-12" }, {}, ["started-on", "not-begun", "2026-12"]],
    [
      "a provider of a like name",
      {},
      { provider: { kind: "alike", provider: { id: "provider-1", name: "Sight UK Ltd" } } },
      ["provider", "provider-alike", "Sight UK Ltd"],
    ],
    [
      "a provider like that of a row before",
      {},
      { provider: { kind: "alike", provider: { id: "row 2", name: "Sight UK Ltd", row: 2 } } },
      ["provider", "provider-alike-row", "Sight UK Ltd"],
    ],
    [
      "a register's code that is not known",
      { registerCode: "ZZX99" },
      {},
      ["register-code", "code-unknown", "ZZX99"],
    ],
  ])("%s", (_, row, found, warning) => {
    expect(warned(row, found)).toContainEqual(warning);
  });

  it("not a start that has come", () => {
    expect(warned({ startedOn: TODAY })).toEqual([["provider", "new-provider", "Sight Ltd"]]);
    expect(warned({ startedOn: "2026-11" })).toEqual([["provider", "new-provider", "Sight Ltd"]]);
  });

  it("not a start to come of a service that we have, whose status says it", () => {
    expect(warned({ startedOn: "2026-12", status: "planned" }, SAME)).toEqual([
      [null, "source-older", "status: operating"],
    ]);
  });

  it("a provider that nobody named before", () => {
    const service = { kind: "same", service: { ...SERVICE, providerName: null }, note: null } as const;
    expect(warned({ startedOn: "2020" }, { ...SAME, claims: [], service })).toEqual([]);
  });
});
