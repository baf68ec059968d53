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
  test("says nothing of what a source shows not to be so, until a newer one says it again", () => {
    const facts = (on: string, isSo?: false) => [
      of("commissioner", isSo === false ? { isSo, commissionerId: "c" } : { commissionerId: "c" }, on),
      of("contract", isSo === false ? { isSo, contractId: "k" } : { contractId: "k" }, on),
      of("serves-area", isSo === false ? { isSo, areaId: "a" } : { areaId: "a" }, on),
    ];
    const nothing = { commissionerId: null, contractIds: [], servesAreaIds: [] };
    const said = { commissionerId: "c", contractIds: ["k"], servesAreaIds: ["a"] };
    const dropped = [...needed, ...facts("2025-01-01"), ...facts("2025-02-01", false)];
    expect(projectService(dropped)).toMatchObject(nothing);
    expect(projectService([...dropped, ...facts("2025-03-01")])).toMatchObject(said);
    expect(projectService([...dropped, of("serves-area", { areaId: "b" })]).servesAreaIds).toEqual(["b"]);
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

test("a commissioner needs a name and a kind; a contract is of an unknown type until a source says which", () => {
  const [ofCommissioner, ofContract] = [says("commissioner"), says("contract")];
  const name = ofCommissioner("name", "NHS England");
  expect(projectCommissioner([name, ofCommissioner("kind", "nhs-england")])).toEqual({
    name: "NHS England",
    kind: "nhs-england",
  });
  expect(() => projectCommissioner([name])).toThrow("kind");
  expect(projectContract([ofContract("type", "gms")])).toMatchObject({ type: "gms", awardRoute: "unknown" });
  expect(projectContract([])).toMatchObject({ type: "unknown" });
});

describe("all that claims say has its column", () => {
  test("of a service", () => {
    const of = says("service");
    const month = { completedAdmitted: 0, completedNonAdmitted: 0, newReferrals: 0 };
    const claims = [
      of("name", "Cataracts"),
      of("category", "ophthalmology"),
      of("status", "ended"),
      of("place", { placeId: "l", addressKey: "branch" }),
      of("provider", { providerId: "p" }),
      of("provider-kind", "company"),
      of("commissioner", { commissionerId: "c" }),
      of("started-on", "2020-04"),
      of("ended-on", "2024"),
      of("successor", { serviceId: "s2" }),
      of("serves-area", { areaId: "a1" }),
      of("serves-area", { areaId: "a2" }),
      of("contract", { contractId: "k1" }),
      of("contract", { contractId: "k2" }),
      of("waiting-times", { key: "2026-03", waiting: 900, ...month }),
      of("waiting-times", { key: "2026-04", waiting: 2, ...month }),
    ];
    expect(projectService(claims)).toMatchObject({
      placeId: "l",
      addressKey: "branch",
      providerId: "p",
      providerKind: "company",
      commissionerId: "c",
      status: "ended",
      startedOn: "2020-04",
      endedOn: "2024",
      successorId: "s2",
      quietIn: "2026-04",
      servesAreaIds: ["a1", "a2"],
      contractIds: ["k1", "k2"],
    });
    expect(projectService(claims.toReversed())).toEqual(projectService(claims));
  });

  test("of a provider", () => {
    const of = says("provider");
    const all = {
      name: of("name", "SSP Health"),
      legalForm: of("legal-form", "company"),
      owners: of("owners", "Two doctors"),
      ownerClass: of("owner-class", "private-equity"),
      about: of("about", "Runs practices."),
      website: of("website", "https://example.com/"),
      companiesHouseNumber: of("companies-house-number", "01234567"),
    };
    const values = Object.fromEntries(Object.entries(all).map(([column, { value }]) => [column, value]));
    expect(projectProvider([...Object.values(all), of("parent", { providerId: "p0" })])).toEqual({
      ...values,
      parentId: "p0",
    });
  });

  test("of a contract", () => {
    const of = says("contract");
    const all = {
      type: of("type", "gms"),
      awardRoute: of("award-route", "unknown"),
      noticeReference: of("notice-reference", "2024/S 000-1"),
      covers: of("covers", "Eye clinics"),
      startsOn: of("starts-on", "2024-04-01"),
      endsOn: of("ends-on", "2027"),
      valuePounds: of("value-pounds", 1000),
    };
    const values = Object.fromEntries(Object.entries(all).map(([column, { value }]) => [column, value]));
    const pointers = [of("holder", { providerId: "p" }), of("commissioner", { commissionerId: "c" })];
    expect(projectContract([...Object.values(all), ...pointers])).toEqual({
      ...values,
      holderId: "p",
      commissionerId: "c",
    });
    expect(projectContract([all.type])).toMatchObject({ holderId: null, commissionerId: null });
  });
});

describe("a place", () => {
  const of = says("place");
  const needed = [of("name", "Warwick Road Surgery"), of("kind", "gp-practice")];

  test("without more said has no operator, no registration and no identifier", () => {
    expect(projectPlace(needed)).toEqual({
      name: "Warwick Road Surgery",
      nameCy: null,
      kind: "gp-practice",
      identifiers: [],
      addresses: [],
      operator: null,
      registrations: [],
    });
  });

  test("whose code a register stopped listing says so; any other code is listed", () => {
    const code = { scheme: "ods-site", from: null, to: null };
    const { identifiers } = projectPlace([
      ...needed,
      of("identifier", { ...code, code: "A1" }),
      of("identifier", { ...code, code: "B2", isListed: false }),
    ]);
    expect(identifiers.map((one) => [one.code, one.isListed])).toEqual([
      ["A1", true],
      ["B2", false],
    ]);
  });

  test("is whose a register last said that it is, with the day of it", () => {
    const operator = (name: string) => ({ isNhs: true, organisations: [{ code: "RNN", name }] });
    const { operator: shown } = projectPlace([
      ...needed,
      of("operator", operator("New Trust"), "2025-09-01"),
      of("operator", operator("Old Trust"), "2024-01-01"),
    ]);
    expect(shown).toEqual({ ...operator("New Trust"), on: "2025-09-01" });
  });

  test("has its registrations as runs of one provider, the latest marked, each with its own doubts", () => {
    const registration = (key: string, registeredOn: string, more: object = {}) =>
      of("registration", { key, form: "organisation", registeredOn, ...more }, "2026-01-01");
    const claims = [
      ...needed,
      registration("1-3", "2022-05-01", { providerId: "p2", endedOn: "2024-06-30" }),
      registration("1-1", "2015-04-01", { providerId: "p1" }),
      registration("1-2", "2019-04-01", { providerId: "p1" }),
      registration("1-4", "2024-07-01", { form: "partnership" }),
      of("registration-doubt", { key: "1-3", doubts: ["another-name"] }),
    ];
    const { registrations } = projectPlace(claims);
    const shown = { confirmedOn: "2026-01-01", form: "organisation", isLatest: false, doubts: [] };
    expect(registrations).toEqual([
      {
        ...shown,
        locationId: "1-2",
        registeredOn: "2019-04-01",
        since: "2015-04-01",
        endedOn: "2022-05-01",
        providerId: "p1",
      },
      {
        ...shown,
        locationId: "1-3",
        registeredOn: "2022-05-01",
        since: "2022-05-01",
        endedOn: "2024-06-30",
        providerId: "p2",
        doubts: ["another-name"],
      },
      {
        ...shown,
        locationId: "1-4",
        registeredOn: "2024-07-01",
        since: "2024-07-01",
        endedOn: null,
        providerId: null,
        form: "partnership",
        isLatest: true,
      },
    ]);
  });
});
