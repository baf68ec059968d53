import { describe, expect, test } from "vitest";
import type { Claim, ClaimField, RecordType } from "@/domain/claims/claim";
import {
  projectCommissioner,
  projectContract,
  projectPlace,
  projectProvider,
  projectService,
} from "@/domain/claims/projection";

let number = 0;
const says =
  (recordType: RecordType) =>
  (field: ClaimField, value: unknown, confirmedOn = "2024-04-01"): Claim => ({
    id: `claim-${String(++number).padStart(4, "0")}`,
    recordType,
    recordId: "r",
    field,
    value,
    validFrom: null,
    validTo: null,
    sourceId: "s",
    says: "",
    confirmedOn,
    recordedAt: new Date("2026-01-01"),
    supersededBy: null,
  });

describe("a service", () => {
  const of = says("service");
  const needed = [of("name", "PET-CT"), of("category", "dialysis"), of("status", "operating")];

  test("says no more than its claims", () => {
    expect(projectService(needed)).toEqual({
      name: "PET-CT",
      category: "dialysis",
      placeId: null,
      addressKey: null,
      providerId: null,
      providerKind: null,
      commissionerId: null,
      status: "operating",
      startedOn: null,
      endedOn: null,
      successorId: null,
      mayHaveEnded: null,
      quietIn: null,

      lastConfirmedOn: "2024-04-01",
      servesAreaIds: [],
      contractIds: [],
    });
  });
  test("was last confirmed when a source last said who runs it", () => {
    const provider = of("provider", { providerId: "p" }, "2024-04-01");
    const fresher = [
      of("commissioner", { commissionerId: "c" }, "2025-09-01"),
      of("place", { placeId: "l", addressKey: "main" }, "2025-09-01"),
      of("status", "operating", "2025-09-01"),
      of("may-have-ended", "register-entry-ended", "2025-09-01"),
      of("provider-kind", "company", "2025-09-01"),
    ];
    const lastConfirmedOn = (...claims: Claim[]) => projectService([...needed, ...claims]).lastConfirmedOn;
    expect(lastConfirmedOn(provider, ...fresher)).toBe("2024-04-01");
    expect(lastConfirmedOn(provider, of("provider", { providerId: "p" }, "2025-01-01"))).toBe("2025-01-01");
  });
  test("where none names it, when a source last said what kind of body runs it, else that it runs", () => {
    const lastConfirmedOn = (...claims: Claim[]) => projectService([...needed, ...claims]).lastConfirmedOn;
    const kind = of("provider-kind", "private-sector", "2023-08-01");
    expect(lastConfirmedOn(kind, of("commissioner", { commissionerId: "c" }, "2025-09-01"))).toBe(
      "2023-08-01",
    );
    expect(lastConfirmedOn(of("status", "operating", "2025-09-01"))).toBe("2025-09-01");
    expect(lastConfirmedOn(of("may-have-ended", "no-longer-listed", "2026-01-01"))).toBe("2024-04-01");
  });
  test("a fresher null lifts the flag", () => {
    const flagged = [...needed, of("may-have-ended", "reported", "2025-01-01")];
    expect(projectService(flagged).mayHaveEnded).toBe("reported");
    expect(projectService([...flagged, of("may-have-ended", null, "2025-02-01")]).mayHaveEnded).toBeNull();
  });
  test("one contract confirmed by two sources is one contract", () => {
    const twice = [of("contract", { contractId: "k" }), of("contract", { contractId: "k" }, "2025-01-01")];
    expect(projectService([...needed, ...twice]).contractIds).toEqual(["k"]);
  });
  test.each(["name", "category", "status"])("cannot be without its %s", (field) => {
    const lacking = needed.filter((claim) => claim.field !== field);
    expect(() => projectService(lacking)).toThrow(`needs a claim of its ${field}`);
  });
});

test("a place has every identifier and address its claims give, the freshest of each", () => {
  const of = says("place");
  const address = (key: string, town: string) => ({
    key,
    lines: "",
    town,
    postcode: "",
    lon: null,
    lat: null,
    precision: null,
  });
  const projection = projectPlace([
    of("name", "Warwick Road Surgery"),
    of("name", "Carlisle Central Practice", "2025-09-01"),
    of("kind", "gp-practice"),
    of("identifier", { scheme: "ods-organisation", code: "A82015", from: null, to: null }),
    of("address", address("main", "Carlise")),
    of("address", address("main", "Carlisle"), "2025-09-01"),
    of("address", address("branch", "Dalston")),
  ]);
  expect(projection.name).toBe("Carlisle Central Practice");
  expect(projection.addresses.map(({ town }) => town).sort()).toEqual(["Carlisle", "Dalston"]);
  expect(projection.identifiers).toHaveLength(1);
});

test("a provider needs a name and nothing else", () => {
  const name = says("provider")("name", "SSP Health");
  expect(projectProvider([name])).toMatchObject({ name: "SSP Health", legalForm: null, parentId: null });
  expect(() => projectProvider([])).toThrow("name");
});

test("a commissioner needs a name and a kind; a contract a type", () => {
  const [ofCommissioner, ofContract] = [says("commissioner"), says("contract")];
  const name = ofCommissioner("name", "NHS England");
  expect(projectCommissioner([name, ofCommissioner("kind", "nhs-england")])).toEqual({
    name: "NHS England",
    kind: "nhs-england",
  });
  expect(() => projectCommissioner([name])).toThrow("kind");
  expect(projectContract([ofContract("type", "gms")])).toMatchObject({ type: "gms", awardRoute: "unknown" });
  expect(() => projectContract([])).toThrow("type");
});
