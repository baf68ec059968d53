import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { odsOf } from "../workbook/testing-ods";
import { readDay } from "./read-day";
import { readCqcBytes } from "./read-sent";
import { streamWorkbook } from "./stream-workbook";
import {
  activeCsv,
  activeOds,
  activeXlsx,
  apiJson,
  csvOf,
  directoryCsv,
  type MadeUpLocation,
} from "./testing-cqc";

const COMPANY: MadeUpLocation = {
  id: "1-100",
  code: "Z99001",
  since: "2017-09-20",
  name: "A Surgery, upstairs & down",
  providerId: "1-200",
  provider: "Care  Limited",
  company: "1234567",
};
const PARTNERS: MadeUpLocation = {
  id: "1-101",
  code: "Z99002",
  since: "2013-04-01",
  ownership: "Partnership",
  providerId: "1-201",
  provider: "Drs Alder and Birch",
};
const HOME: MadeUpLocation = { id: "1-102", providerId: "1-202", provider: "A Home Ltd" };
const read = (content: string | Buffer) => readCqcBytes("a file", Buffer.from(content));

describe("the list of active locations", () => {
  it.each([
    ["CSV with four lines above its headings", activeCsv([COMPANY, PARTNERS, HOME])],
    [".xlsx with four lines above its headings", activeXlsx([COMPANY, PARTNERS, HOME])],
    [".ods with a sheet of notes before and another behind", activeOds([COMPANY, PARTNERS, HOME])],
  ])("is read as %s", async (_, content) => {
    const { kind, asOf, isComplete, unread, locations } = await read(content);
    expect({ kind, asOf, isComplete, unread }).toEqual({
      kind: "active",
      asOf: "2026-10-01",
      isComplete: true,
      unread: [],
    });
    expect(locations.map(({ line: _line, ...one }) => one)).toEqual([
      {
        locationId: "1-100",
        code: "Z99001",
        registeredOn: "2017-09-20",
        endedOn: null,
        providerId: null,
        holder: {
          form: "organisation",
          locationName: "A Surgery, upstairs & down",
          organisation: {
            providerId: "1-200",
            name: "Care Limited",
            companyNumber: "01234567",
            charityNumber: null,
          },
        },
      },
      {
        locationId: "1-101",
        code: "Z99002",
        registeredOn: "2013-04-01",
        endedOn: null,
        providerId: null,
        holder: { form: "partnership" },
      },
      expect.objectContaining({ locationId: "1-102", code: null, registeredOn: null }),
    ]);
  });

  it("a practice's row that cannot be read is told, with its line; one of anything else is nobody's loss", async () => {
    const { locations, unread } = await read(
      activeCsv([
        { ...COMPANY, since: "1-2-3" },
        { ...HOME, since: "" },
        { ...PARTNERS, id: "?" },
      ]),
    );
    expect(locations.map(({ locationId }) => locationId)).toEqual(["1-102"]);
    expect(unread).toEqual([
      { line: 6, why: "its start date “3/2/1” is no day" },
      { line: 8, why: "its number of the location is none of the register" },
    ]);
  });

  it("one that names a location twice is refused, and so is a table without its headings", async () => {
    await expect(read(activeCsv([COMPANY, COMPANY]))).rejects.toThrow('"1-100" is there twice');
    await expect(read("Practice,Town\nA,B\n")).rejects.toThrow("this column is missing");
  });
});

test("the weekly directory says that a location is listed, and with whose number: no form, no name", async () => {
  const { kind, asOf, isComplete, locations } = await read(directoryCsv([COMPANY, PARTNERS]));
  expect({ kind, asOf, isComplete }).toEqual({ kind: "directory", asOf: "2026-09-16", isComplete: true });
  expect(locations[1]).toEqual({
    line: 7,
    locationId: "1-101",
    code: null,
    registeredOn: null,
    endedOn: null,
    holder: null,
    providerId: "1-201",
  });
});

test("the columns of the copy of October 2024 keep what ended, and miss nothing that says it ended", async () => {
  const rows = [
    [
      "location_id",
      "ods_code",
      "registered_on",
      "provider_type",
      "provider_id",
      "company_number",
      "charity_number",
      "location_name",
      "provider_name",
    ],
    ["1-1", "Z99001", "2013-04-01", "individual", "", "", "", "", ""],
    ["1-2", "Z99001", "2017-09-20", "organisation", "1-9", "04639611", "", "A Surgery", "Care Limited"],
    ["1-3", "Z99002", "2013-04-01", "nhs-body", "", "", "", "", ""],
  ];
  const { kind, isComplete, locations } = await read(csvOf(rows));
  expect({ kind, isComplete }).toEqual({ kind: "table", isComplete: false });
  expect(locations.map(({ holder }) => holder?.form)).toEqual(["individual", "organisation", "nhs-body"]);
});

describe("answers of the API", () => {
  it("are read as they were collected, alone, or in a list", async () => {
    const all = await read(apiJson([COMPANY, PARTNERS]));
    expect(all).toMatchObject({ kind: "api", asOf: "2026-10-01", isComplete: false });
    expect(all.locations.map(({ holder }) => holder?.form)).toEqual(["organisation", "partnership"]);
    const { locations, providers } = JSON.parse(apiJson([COMPANY]));
    expect((await read(JSON.stringify([...providers, ...locations]))).locations[0]?.holder?.form).toBe(
      "organisation",
    );
    expect((await read(JSON.stringify(locations[0]))).locations[0]).toMatchObject({
      holder: null,
      providerId: "1-200",
    });
  });

  it("say when a registration ended", async () => {
    const location = {
      locationId: "1-5",
      providerId: "1-6",
      odsCode: "Z99001",
      registrationDate: "2013-04-01",
      registrationStatus: "Deregistered",
      deregistrationDate: "2025-03-31",
    };
    expect((await read(JSON.stringify(location))).locations[0]?.endedOn).toBe("2025-03-31");
  });

  it("a page of its list says nothing of who is registered, and what is cut off is refused", async () => {
    const page = { total: 1, locations: [{ locationId: "1-1", locationName: "A", postalCode: "CA1 1AA" }] };
    expect((await read(JSON.stringify(page))).unread[0]?.why).toContain("ask the API for each location");
    await expect(read('{"locations": [')).rejects.toThrow("cut off");
    await expect(read('{"providers": []}')).rejects.toThrow("no location");
  });
});

test("no name and no number of a partnership or a person is kept, whatever they are called", async () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{5,9}Xq[A-Z]{4}$/);
  const number = fc.stringMatching(/^1-77[0-9]{7}$/);
  await fc.assert(
    fc.asyncProperty(
      word,
      word,
      number,
      fc.constantFrom("Partnership", "Individual", "NHS Body", "", "Something new"),
      async (provider, person, providerId, ownership) => {
        const one: MadeUpLocation = { ...PARTNERS, provider, person, providerId, ownership, name: person };
        for (const content of [activeCsv([one]), activeOds([one]), activeXlsx([one]), apiJson([one])]) {
          const text = JSON.stringify(await read(content));
          for (const secret of [provider, person, providerId]) expect(text).not.toContain(secret);
        }
        const directory = JSON.stringify(await read(directoryCsv([one])));
        for (const secret of [provider, person]) expect(directory).not.toContain(secret);
        // Of a company no person beside it is kept either.
        const company = { ...COMPANY, person };
        for (const content of [activeCsv([company]), apiJson([company])])
          expect(JSON.stringify(await read(content))).not.toContain(person);
      },
    ),
    { numRuns: 15 },
  );
});

describe("a workbook as it comes", () => {
  const all = async (bytes: Buffer) => {
    const rows = [];
    for await (const row of streamWorkbook(bytes)) rows.push(row);
    return rows;
  };

  it("numbers rows as the program does, takes days and numbers from what is stored, and no note", async () => {
    const cell = (inside: string, attributes = "") =>
      `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
    const rows = await all(
      odsOf(
        `<table:table table:name="A"><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row>${cell("<text:p>shown</text:p>", 'office:value-type="date" office:date-value="2017-09-20"')}${cell("<text:p>1,5</text:p>", 'office:value-type="float" office:value="1.5"')}${cell("<office:annotation><text:p>a note</text:p></office:annotation><text:p>a<text:s/>b</text:p><text:p>c</text:p>")}${cell("<text:p>x</text:p>", 'table:number-columns-repeated="2"')}</table:table-row></table:table>`,
      ),
    );
    expect(rows).toEqual([{ sheet: "A", number: 4, cells: ["2017-09-20", "1.5", "a b\nc", "x", "x"] }]);
  });

  it("is refused where it is damaged, defines names of its own, or is far too wide", async () => {
    const wide =
      '<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="9000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>';
    await expect(all(odsOf(wide))).rejects.toMatchObject({ code: "too-many-columns" });
    await expect(all(odsOf("<table:table"))).rejects.toMatchObject({ code: "xlsx-damaged" });
    const evil = { name: "content.xml", content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' };
    await expect(all(odsOf("", "", [evil]))).rejects.toMatchObject({ code: "xlsx-damaged" });
    await expect(all(Buffer.from("PK\x03\x04"))).rejects.toMatchObject({ code: "xlsx-damaged" });
  });
});

test.each([
  ["20/09/2017", "2017-09-20"],
  ["2017-09-20", "2017-09-20"],
  ["2017-09-20T00:00:00", "2017-09-20"],
  ["20 September 2017", "2017-09-20"],
  ["42998", "2017-09-20"],
  ["31/02/2017", null],
  ["2017", null],
  ["", null],
])("the day %j is %j", (cell, day) => {
  expect(readDay(cell)).toBe(day);
});
