import { describe, expect, it } from "vitest";
import { postcodeTable } from "@/db/reference/postcodes";
import type { SameHospital } from "@/db/reference/same-hospitals";
import type { GpPayment } from "@/ingest/gp-payments";
import type { NhsukHospital } from "@/ingest/nhsuk-hospitals";
import type { OdsOrganisation } from "@/ingest/ods-organisations";
import { buildLeads } from "./build-leads";
import { buildCentres, buildHospitals, buildPractices, buildTrusts } from "./build-places";

const table = postcodeTable();
/** Cumberland Infirmary. */
const HERE = { lon: -2.9578, lat: 54.8965 };

const practice = (given: Partial<OdsOrganisation>): OdsOrganisation => ({
  code: "Z99001",
  name: "THE MADE UP SURGERY",
  healthBodyCode: "QHM",
  postcode: "CA27HY",
  addressLines: ["1 HIGH STREET", "CARLISLE"],
  openedOn: "1974-04-01",
  closedOn: null,
  status: "A",
  isGpPractice: true,
  ...given,
});

const hospital = (given: Partial<NhsukHospital>): NhsukHospital => ({
  code: "ZZZ01",
  name: "Made Up Hospital",
  addressLines: ["Newtown Road"],
  town: "Carlisle",
  postcode: "CA2 7HY",
  ...HERE,
  parentCode: "ZZZ",
  parentName: "Made Up NHS Foundation Trust",
  ...given,
});

describe("practices", () => {
  it("are the active ones, at their postcode", () => {
    const other = practice({ code: "Z99002", isGpPractice: false });
    const { places, positions } = buildPractices([practice({}), other, practice({ status: "D" })], table);
    expect(places).toHaveLength(1);
    expect(positions.postcode).toBe(1);
    expect(places[0]).toMatchObject({
      key: "ods/Z99001",
      kind: "gp-practice",
      name: "The Made Up Surgery",
      address: { lines: "1 High Street", town: "Carlisle", postcode: "CA2 7HY", precision: "postcode" },
      healthBodyCode: "QHM",
    });
  });

  it("keep the code they had before: same name, same postcode", () => {
    const before = practice({ code: "Z99000", name: "MADE-UP SURGERY", status: "C", closedOn: "2019-06-30" });
    const elsewhere = practice({ code: "Z99003", postcode: "CA11EB", status: "C", closedOn: "2019-06-30" });
    const { places } = buildPractices([practice({}), before, elsewhere], table);
    expect(places).toHaveLength(1);
    expect(places[0]?.identifiers.map(({ code, to }) => [code, to])).toEqual([
      ["Z99001", null],
      ["Z99000", "2019-06-30"],
    ]);
  });

  it("of one name at one postcode stay two, and an ended entry decides for neither", () => {
    const ended = practice({ code: "Z99000", status: "C", closedOn: "2019-06-30" });
    const { places } = buildPractices([practice({}), practice({ code: "Z99002" }), ended], table);
    expect(places.map(({ identifiers }) => identifiers.length)).toEqual([1, 1]);
  });

  it("at a postcode that is gone stand in the middle of its sector, as an approximate position", () => {
    const { places, positions } = buildPractices([practice({ postcode: "CA27ZZ" })], table);
    expect(positions.sector).toBe(1);
    expect(places[0]?.address.precision).toBe("small-area");
    expect(places[0]?.address.lat).toBeCloseTo(54.9, 1);
  });
});

describe("hospitals", () => {
  const build = (...given: Partial<NhsukHospital>[]) => buildWith([], ...given);
  const buildWith = (same: SameHospital[], ...given: Partial<NhsukHospital>[]) =>
    buildHospitals(given.map(hospital), new Set(["RNN"]), table, same);

  it("listed by two organisations under one name and postcode are one place with both codes and parents", () => {
    const { places, merged } = build(
      {},
      {
        code: "ZZZ02",
        name: "The Made-up Hospital - Other NHS Trust",
        parentCode: "RNN",
        parentName: "Other",
      },
    );
    expect(merged).toBe(1);
    expect(places).toHaveLength(1);
    expect(places[0]?.identifiers.map(({ scheme, code }) => [scheme, code])).toEqual([
      ["ods-site", "ZZZ01"],
      ["ods-site", "ZZZ02"],
    ]);
    expect(places[0]?.parents.map(({ code, sector }) => [code, sector])).toEqual([
      ["ZZZ", "nhs"],
      ["RNN", "nhs"],
    ]);
  });

  it("of other names at one postcode stay places of their own", () => {
    expect(build({}, { code: "ZZZ02", name: "Made Up Clinic" }).places).toHaveLength(2);
  });

  it("of a reviewed pair are one place under the code it is known by, unless one of them has moved", () => {
    const pair = [{ code: "ZZZ01", also: "ZZZ02", why: "Both are the same." }];
    const twin = { code: "ZZZ02", name: "Brand Clinic" };
    const { places, merged } = buildWith(pair, twin, {});
    expect(merged).toBe(1);
    expect(places).toMatchObject([
      {
        key: "ods-site/ZZZ01",
        name: "Made Up Hospital",
        identifiers: [{ code: "ZZZ01" }, { code: "ZZZ02" }],
      },
    ]);
    expect(buildWith(pair, twin).places).toHaveLength(1);
    expect(buildWith(pair, { ...twin, postcode: "CA1 1QS" }, {}).places).toHaveLength(2);
  });

  it("are one where a name only adds the town", () => {
    expect(build({ name: "Made Up Hospital, Carlisle" }, { code: "ZZZ02" }).places).toHaveLength(1);
  });

  it("have an address without their name, the town, repeats and telephone numbers; a county is no town", () => {
    const lines = ["Made Up Hospital", "Desk 01228000000", "Newtown Road, Carlisle"];
    const [plain] = build({ addressLines: lines }).places;
    expect(plain?.address).toMatchObject({ lines: "Newtown Road", town: "Carlisle" });
    const [county] = build({ addressLines: ["Newtown Road", "Wetheral"], town: "Cumbria" }).places;
    expect(county?.address).toMatchObject({ lines: "Newtown Road", town: "Wetheral" });
  });

  it("are judged by the parent, and not being a trust is not called private", () => {
    const { places } = build({ parentCode: "NT3", parentName: "Some Social Enterprise" });
    expect(places[0]?.parents).toEqual([
      { code: "NT3", name: "Some Social Enterprise", sector: "not-a-trust" },
    ]);
  });

  it.each([
    ["believed near its postcode", HERE, "register", "site"],
    ["not believed with its degrees swapped", { lon: HERE.lat, lat: HERE.lon }, "swapped", "postcode"],
    ["not believed 86 km away", { lon: -3.2085, lat: 54.1367 }, "far", "postcode"],
    ["not believed off the coast of Africa", { lon: 0, lat: 0 }, "far", "postcode"],
    ["made from the postcode where there is none", { lon: null, lat: null }, "postcode", "postcode"],
  ])("have a position that is %s", (_, point, note, precision) => {
    const { places, positions } = build(point);
    expect(positions).toMatchObject({ [note]: 1 });
    expect(places[0]?.address.precision).toBe(precision);
    expect(places[0]?.address.lat).toBeCloseTo(HERE.lat, 2);
  });

  it("outside the United Kingdom, or in care of another, are left out and counted", () => {
    const jersey = build({ postcode: "JE1 3UH", lon: null, lat: null });
    expect([jersey.places.length, jersey.outside]).toEqual([0, 1]);
    const guest = build({ addressLines: ["C/O John Radcliffe Hospital"] });
    expect([guest.places.length, guest.careOf]).toEqual([0, 1]);
  });
});

describe("trusts", () => {
  const trust = (given: Partial<OdsOrganisation>) =>
    practice({ code: "ZZ1", name: "MADE UP NHS TRUST", isGpPractice: false, status: "", ...given });

  it("are the open ones, as an organisation's address at their postcode", () => {
    const { places } = buildTrusts([trust({}), trust({ code: "ZZ2", closedOn: "2026-03-31" })], table);
    expect(places).toMatchObject([
      {
        key: "ods/ZZ1",
        register: "nhs-trusts",
        kind: "trust-headquarters",
        name: "Made Up NHS Trust",
        identifiers: [
          { scheme: "ods-organisation", code: "ZZ1", to: null },
          { scheme: "ods-organisation", code: "ZZ2", to: "2026-03-31" },
        ],
        address: { town: "Carlisle", postcode: "CA2 7HY", precision: "postcode" },
      },
    ]);
  });

  it("of another name at the same postcode are no earlier code of it", () => {
    const other = trust({ code: "ZZ2", name: "OTHER NHS TRUST", closedOn: "2026-03-31" });
    expect(buildTrusts([trust({}), other], table).places[0]?.identifiers).toHaveLength(1);
  });

  it.each([
    ["a practice", { code: "Z99001", name: "MADE UP NHS TRUST" }],
    ["another organisation", { name: "MADE UP CLINIC LTD" }],
  ])("are not made of %s: the file is refused", (_, given) => {
    expect(() => buildTrusts([trust({}), trust(given)], table)).toThrow("is not an NHS trust");
  });
});

it("a diagnostic centre in a hospital is a place of its own: others may run it", () => {
  const centre = {
    name: "Made Up Hospital CDC",
    town: "Carlisle",
    postcode: "CA2 7HY",
    ...HERE,
    boardCode2023: "E54000050",
  };
  expect(buildCentres([centre], table).places).toMatchObject([
    { key: "cdc/Made Up Hospital CDC", kind: "diagnostic-centre", address: { precision: "postcode" } },
  ]);
});

it("leads are the practices on APMS contracts, with what the register says of each since", () => {
  const payment = (code: string, contract: GpPayment["contract"]): GpPayment => ({
    code,
    name: "OLD NAME",
    postcode: "CA2 7HY",
    contract,
    closedOn: null,
  });
  const payments = [payment("Z99003", "APMS"), payment("Z99001", "APMS"), payment("Z99002", "GMS")];
  const entries = [
    practice({ code: "Z99001", status: "C", closedOn: "2024-06-30" }),
    practice({ code: "Z99003" }),
  ];
  expect(buildLeads(payments, entries)).toEqual([
    {
      code: "Z99001",
      name: "The Made Up Surgery",
      postcode: "CA2 7HY",
      entry: "ended",
      endedOn: "2024-06-30",
    },
    { code: "Z99003", name: "The Made Up Surgery", postcode: "CA2 7HY", entry: "active", endedOn: null },
  ]);
});
