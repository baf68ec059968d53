import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlaceTable } from "@/db/reference/place-table";
import {
  decodeRegistrations,
  encodeRegistrations,
  unpackRegistrations,
} from "@/db/reference/registration-table";
import { registrationDoubts, soundsLocal } from "@/domain/registrations/doubts";
import { nameFit } from "@/domain/registrations/names-fit";
import { inARun, type Registration } from "@/domain/registrations/registration";
import { newestOf, tenuresOf } from "@/domain/registrations/tenures";
import { readCqcGpLocations } from "@/ingest/cqc-gp-locations";

const table = unpackRegistrations();
const byCode = new Map<string, Registration[]>();
for (const one of table.registrations) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
/** Practices of England that are open; codes of Wales begin with W. */
const practices = readPlaceTable().places.flatMap(({ register, name, identifiers }) => {
  const code = identifiers.find(({ to }) => to === null)?.code ?? "";
  return register === "gp-practices" && !code.startsWith("W") ? [{ name, code }] : [];
});
const answered = practices.flatMap(({ name, code }) => {
  const registrations = byCode.get(code) ?? [];
  const latest = newestOf(registrations.map(inARun)).at(-1);
  return latest ? [{ name, code, registrations, latest }] : [];
});
const tally = (values: readonly string[]) =>
  Object.fromEntries(
    [...new Set(values)].sort().map((value) => [value, values.filter((one) => one === value).length]),
  );

describe("the copy of the register that is shipped", () => {
  it("answers for 6,151 of 6,220 practices of England, with the forms that its note counts", () => {
    expect(table.edition).toBe("2024-10-16");
    expect(table.registrations).toHaveLength(10_854);
    expect(practices).toHaveLength(6220);
    expect(answered).toHaveLength(6151);
    expect(answered.flatMap(({ registrations }) => registrations)).toHaveLength(8321);
    expect(tally(answered.map(({ latest }) => latest.form))).toEqual({
      partnership: 5010,
      individual: 671,
      organisation: 462,
      "nhs-body": 3,
      "not-given": 5,
    });
  });

  it("names 217 organisations, 61 of them at more than one practice, 306 together", () => {
    const runs = answered.flatMap(({ latest }) =>
      latest.form === "organisation" ? [latest.organisation.providerId] : [],
    );
    const several = Object.values(tally(runs)).filter((number) => number > 1);
    expect(new Set(runs).size).toBe(217);
    expect(several).toHaveLength(61);
    expect(several.reduce((sum, number) => sum + number, 0)).toBe(306);
  });

  it("raises as many doubts of each kind as docs/data-sources.md says", () => {
    const companies = new Map(table.companies.map((company) => [company.number, company]));
    const doubts = answered.map(({ name, registrations, latest }) => {
      const organisation = latest.form === "organisation" ? latest.organisation : null;
      return registrationDoubts({
        name,
        registrations,
        edition: table.edition,
        isTakeoverReported: false,
        isAnotherRunnerNamed: false,
        isOtherFormReported: false,
        company: companies.get(organisation?.companyNumber ?? "") ?? null,
        isOfLocalPractices: soundsLocal(organisation?.name ?? ""),
      });
    });
    expect(tally(doubts.flat())).toEqual({
      "name-does-not-fit": 34,
      "hub-or-out-of-hours": 5,
      "several-on-one-day": 46,
      "company-dissolved-before": 3,
      "company-dissolved-since": 2,
      "company-in-liquidation": 4,
      "name-names-another": 2,
      "local-organisation-follows-practice": 24,
      "company-made-since": 1,
    });
    expect(doubts.filter((found) => found.length > 0)).toHaveLength(115);
    const fits = answered.flatMap(({ name, latest }) =>
      latest.form === "organisation" ? [nameFit(name, latest.locationName)] : [],
    );
    expect(tally(fits)).toEqual({ equal: 277, "share-a-word": 139, neither: 46 });
  });

  it("has the practices of Carlisle with their first day", () => {
    const tenures = (code: string) =>
      tenuresOf((byCode.get(code) ?? []).map(inARun)).map(({ registration, since }) => [
        registration.form === "organisation" ? registration.organisation.name : registration.form,
        since,
      ]);
    expect(tenures("A82015")).toEqual([
      ["individual", "2013-04-01"],
      ["SSP Health GPMS Ltd", "2017-09-20"],
    ]);
    expect(tenures("A82019")).toEqual([
      ["partnership", "2013-04-01"],
      ["SSP Health GPMS Ltd", "2020-09-24"],
    ]);
  });
});

describe("names of people", () => {
  const HEADER =
    "location_id,ods_code,registered_on,provider_type,provider_id,company_number,charity_number,location_name,provider_name";

  it("are not in the table, whatever the file has in the row of a partnership, a person or a body", () => {
    const form = fc.constantFrom("partnership", "individual", "nhs-body", "");
    const text = fc
      .string({ minLength: 4, maxLength: 20, unit: fc.constantFrom(..."QXZqxz ".split("")) })
      .map((s) => `zq${s.trim()}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(form, text, text, text), { minLength: 1, maxLength: 6 }), (rows) => {
        const lines = rows.map(
          ([type, id, name, location], at) =>
            `1-${1000 + at},A0000${at},2013-04-01,${type},${id},${id},${id},${location},${name}`,
        );
        const registrations = readCqcGpLocations("register.csv", [HEADER, ...lines].join("\n"));
        const packed = encodeRegistrations({ edition: "2024-10-16", registrations, companies: [] });
        for (const [, ...secrets] of rows) for (const secret of secrets) expect(packed).not.toContain(secret);
        expect(decodeRegistrations(packed).registrations).toEqual(registrations);
      }),
    );
  });

  it("have no column in the table that is shipped: an organisation alone has a name", () => {
    for (const one of table.registrations)
      expect(Object.keys(one).sort()).toEqual(
        one.form === "organisation"
          ? ["code", "form", "locationId", "locationName", "organisation", "registeredOn"]
          : ["code", "form", "locationId", "registeredOn"],
      );
  });
});

describe("a file that is not what it claims", () => {
  it.each([
    ["1-1,X,2013-04-01,partnership,,,,,", 'row 2, column "ods_code"'],
    ["1-1,A00001,1/4/2013,partnership,,,,,", 'row 2, column "registered_on"'],
    ["1-1,A00001,2013-04-01,club,,,,,", 'row 2, column "provider_type"'],
    ["1-1,A00001,2013-04-01,organisation,,,,Mill Surgery,Care Ltd", 'row 2, column "provider_id"'],
    ["1-1,A00001,2013-04-01,organisation,1-2,123,,Mill Surgery,Care Ltd", 'row 2, column "company_number"'],
  ])("%s", (line, where) => {
    const header =
      "location_id,ods_code,registered_on,provider_type,provider_id,company_number,charity_number,location_name,provider_name";
    expect(() => readCqcGpLocations("register.csv", `${header}\n${line}\n`)).toThrow(where);
  });
});
