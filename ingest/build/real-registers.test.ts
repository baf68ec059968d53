import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLeadTable, readPlaceTable } from "@/db/reference/place-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { readClassification, readClassificationText } from "@/db/reference/provider-classification";
import { sameHospitals } from "@/db/reference/same-hospitals";
import type { PlaceRegister, RegisterPlace } from "@/domain/places/register-place";
import { readDiagnosticCentres } from "@/ingest/community-diagnostic-centres";
import { readGpPayments } from "@/ingest/gp-payments";
import { readNhsukHospitals } from "@/ingest/nhsuk-hospitals";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { buildLeads } from "./build-leads";
import { buildCentres, buildHospitals, buildPractices, buildTrusts, sectorOf } from "./build-places";
import { readSource } from "./data-folder";
import { DATASETS } from "./dataset-registry";

const FOLDER = process.env.SHARED_DATA ?? "../shared/data";
const present = existsSync(join(FOLDER, DATASETS["gp-practices"].path));

/** Positions follow from the postcode table, which has an edition of its own. */
function withoutPosition({ address: { lines, town, postcode }, ...place }: RegisterPlace) {
  return { ...place, address: { lines, town, postcode } };
}

const shipped = (wanted: PlaceRegister) =>
  readPlaceTable()
    .places.filter(({ register }) => register === wanted)
    .map(withoutPosition);

describe.skipIf(!present)(`the publishers' own registers (needs ${FOLDER})`, () => {
  const source = (key: Parameters<typeof readSource>[1]) => readSource(FOLDER, key);
  const ods = (key: "gp-practices" | "nhs-trusts") => readOdsOrganisations(key, source(key).text);

  it("practices: 16,685 entries, 6,618 of them active practices, 398 in Wales", () => {
    const entries = ods("gp-practices");
    expect(entries).toHaveLength(16_685);
    const { places, positions, outside } = buildPractices(entries, postcodeTable());
    expect(places).toHaveLength(6618);
    expect(places.filter(({ healthBodyCode }) => healthBodyCode === null)).toHaveLength(398);
    expect(places.filter(({ identifiers }) => identifiers.length > 1)).toHaveLength(22);
    expect(positions.none).toBe(0);
    // A few stand at a postcode that is gone; how many depends on the postcodes of the day.
    expect(positions.sector).toBeLessThan(20);
    expect(outside).toBe(0);
    expect(places.map(withoutPosition)).toEqual(shipped("gp-practices"));
  });

  it("hospitals: 1,255 entries of 1,220 places; the parents tell 906 apart as the NHS's", () => {
    const trusts = ods("nhs-trusts");
    expect(trusts).toHaveLength(274);
    expect(trusts.filter(({ closedOn }) => closedOn === null)).toHaveLength(202);
    const codes = new Set(trusts.map(({ code }) => code));
    const entries = readNhsukHospitals("hospitals", source("hospitals").bytes);
    expect(entries).toHaveLength(1255);
    expect(entries.filter((entry) => sectorOf(entry, codes) === "nhs")).toHaveLength(906);
    const { places, merged, careOf, outside, positions } = buildHospitals(entries, codes, postcodeTable());
    expect({ places: places.length, merged, careOf, outside }).toEqual({
      places: 1220,
      merged: 33,
      careOf: 1,
      outside: 1,
    });
    expect(positions).toMatchObject({ swapped: 0, far: 0, none: 0 });
    expect(places.map(withoutPosition)).toEqual(shipped("hospitals"));
  });

  it("hospitals of a reviewed pair stand at one postcode, where the review says that they do", () => {
    const entries = new Map(
      readNhsukHospitals("hospitals", source("hospitals").bytes).map((entry) => [entry.code, entry]),
    );
    for (const { code, also, why } of sameHospitals()) {
      const [one, other] = [entries.get(code), entries.get(also)];
      expect(why).toContain(one?.postcode);
      expect([also, other?.postcode]).toEqual([also, one?.postcode]);
      if (why.includes("at one point"))
        expect([also, other?.lon, other?.lat]).toEqual([also, one?.lon, one?.lat]);
    }
  });

  it("diagnostic centres: 170", () => {
    const centres = readDiagnosticCentres("centres", source("diagnostic-centres").text);
    const { places } = buildCentres(centres, postcodeTable());
    expect(places).toHaveLength(170);
    expect(places).toEqual(
      readPlaceTable().places.filter(({ register }) => register === "diagnostic-centres"),
    );
  });

  it("trusts: 202 open ones of 274, each at a postcode that is known, under a code of its own", () => {
    const { places, positions, outside } = buildTrusts(ods("nhs-trusts"), postcodeTable());
    expect(places).toHaveLength(202);
    expect(positions.postcode).toBe(202);
    expect(outside).toBe(0);
    expect(places.map(withoutPosition)).toEqual(shipped("nhs-trusts"));
    // Cumberland Infirmary is at the same postcode, and is another place.
    expect(places.find(({ key }) => key === "ods/RNN")?.address.postcode).toBe("CA2 7HY");
  });

  it("addresses of sites outside the NHS: each entry that one is matched with is active, at that postcode, by that name", () => {
    const entries = new Map(ods("gp-practices").map((entry) => [entry.code, entry]));
    const sites = readClassification(readClassificationText()).codes.flatMap(({ site }) =>
      site?.addressSource === "gp-practices" ? [site] : [],
    );
    expect(sites).toHaveLength(23);
    for (const { addressWhy = "", postcode = "" } of sites) {
      const [, name = "", code = ""] = /^Lists (.+) \(([A-Z0-9]+)\) as active/.exec(addressWhy) ?? [];
      expect(entries.get(code)).toMatchObject({ name, postcode: postcode.replace(" ", ""), status: "A" });
    }
  });

  it("payments: 6,669 practices, 235 on APMS contracts, of which 195 are active since", () => {
    const payments = readGpPayments("payments", source("gp-payments").text);
    const number = (type: string) => payments.filter(({ contract }) => contract === type).length;
    expect(payments).toHaveLength(6669);
    expect(["GMS", "PMS", "APMS", "Unknown"].map(number)).toEqual([4664, 1615, 235, 155]);
    const leads = buildLeads(payments, ods("gp-practices"));
    expect(leads.filter(({ entry }) => entry === "active")).toHaveLength(195);
    expect(leads).toEqual(readLeadTable().leads);
  });
});
