import { expect, test } from "vitest";
import { openOcds } from "@/ingest/ocds-notices";
import { bytesOf, rawRowsOf } from "@/ingest/testing-read-list";

const release = (more: object = {}) => ({
  ocid: "ocds-h6vhtk-04a1b2",
  date: "2026-03-02T10:00:00Z",
  buyer: { id: "GB-NHS-QHM", name: "NHS North East and North Cumbria ICB" },
  tender: { title: "Community ophthalmology" },
  awards: [
    {
      id: "1",
      status: "active",
      title: "Cataract services",
      value: { amount: 1250000.4, currency: "GBP" },
      contractPeriod: { startDate: "2026-04-01T00:00:00+01:00", endDate: "2029-03-31T23:59:59+01:00" },
      suppliers: [{ name: "SpaMedica Ltd" }],
    },
    { id: "2", status: "cancelled", suppliers: [{ name: "Nobody Ltd" }] },
  ],
  ...more,
});
const read = async (content: unknown) => {
  const list = await openOcds(bytesOf(typeof content === "string" ? content : JSON.stringify(content)));
  const rows = await rawRowsOf(list);
  return rows.map(({ raw }) => Object.fromEntries(list.header.map((name, at) => [name, raw[at]])));
};
const FIRST = {
  place: "",
  town: "",
  postcode: "",
  category: "",
  provider: "SpaMedica Ltd",
  commissioner: "NHS North East and North Cumbria ICB",
  "contract reference": "ocds-h6vhtk-04a1b2",
  "contract starts": "2026-04-01",
  "contract ends": "2029-03-31",
  "contract value": "1250000",
  note: "Cataract services",
  key: "ocds-h6vhtk-04a1b2/1/1",
};

test.each([
  ["a release", release()],
  ["a package of releases", { uri: "https://example.org", releases: [release()] }],
  ["a package of records", { records: [{ ocid: "x", compiledRelease: release() }] }],
  ["an array", [release()]],
  ["a release in each line", `${JSON.stringify(release())}\n${JSON.stringify({ ocid: "b", awards: [] })}\n`],
])("%s is a row for each award and supplier", async (_what, content) => {
  expect(await read(content)).toEqual([FIRST]);
});

const awarded = (more: object) => release({ awards: [{ ...release().awards[0], ...more }] });

test("an award to several says its value once for all of them, and in no row's column", async () => {
  const suppliers = [{ name: "SpaMedica Ltd" }, { name: "Quay Eyes CIC" }];
  const shared = {
    ...FIRST,
    "contract value": "",
    note: "Cataract services (one award of £1,250,000 to 2 suppliers together)",
  };
  expect(await read(awarded({ suppliers }))).toEqual([
    shared,
    { ...shared, provider: "Quay Eyes CIC", key: "ocds-h6vhtk-04a1b2/1/2" },
  ]);
});

test.each([
  ["no suppliers", { suppliers: [] }, { provider: "" }],
  ["an amount as text", { value: { amount: "1250000.40" } }, { "contract value": "1250000" }],
  ["an amount that is none", { value: { amount: "tbc" } }, { "contract value": "tbc" }],
  ["a value of another shape", { value: [1] }, { "contract value": "" }],
  ["a supplier of another shape", { suppliers: [7, { name: "A" }] }, { provider: "A" }],
])("an award with %s is a row all the same", async (_what, more, said) => {
  expect(await read(awarded(more))).toEqual([{ ...FIRST, ...said }]);
});

test("a release that cannot be read is a row that says nothing, beside the others", async () => {
  const rows = await read({ releases: [{ id: 1 }, release(), null] });
  expect(rows.map(({ provider }) => provider)).toEqual(["", "SpaMedica Ltd", ""]);
});

test.each([
  ["2024-03-31T23:00:00Z", "2024-04-01"],
  ["2024-12-31T23:00:00Z", "2024-12-31"],
  ["2024-03-31T23:59:59Z", "2024-03-31"],
  ["2024-04-01T00:00:00+01:00", "2024-04-01"],
  ["2024-04-01T00:00:00", "2024-04-01"],
  ["2024-04-01", "2024-04-01"],
  ["soon", ""],
])("%s is the day %s in the United Kingdom", async (startDate, day) => {
  expect(await read(awarded({ contractPeriod: { startDate } }))).toMatchObject([{ "contract starts": day }]);
});

test("the contract that was signed says more than its award; what is missing is empty, and no other money is made pounds", async () => {
  const award = { id: 7, suppliers: [{ name: "InHealth" }], value: { amount: 5, currency: "EUR" } };
  const contracts = [
    { awardID: 7, period: { startDate: "2026-05-01" }, value: { amount: 9, currency: "USD" } },
  ];
  expect(await read(release({ buyer: null, awards: [award], contracts }))).toEqual([
    {
      ...FIRST,
      provider: "InHealth",
      commissioner: "",
      "contract starts": "2026-05-01",
      "contract ends": "",
      "contract value": "",
      note: "Community ophthalmology",
      key: "ocds-h6vhtk-04a1b2/7/1",
    },
  ]);
});

test.each([
  ["cut off", '{"releases": [', "json-damaged", ""],
  ["no release", '{"releases": [{"ocid": "a"}, {"id": 1}]}', "ocds-damaged", "2"],
  ["something else", '{"records": 1}', "ocds-damaged", "1"],
  ["without an award", '{"releases": [{"ocid": "a", "awards": []}]}', "ocds-none", ""],
])("what is %s is refused", async (_what, text, code, detail) => {
  await expect(openOcds(bytesOf(text))).rejects.toMatchObject({ code, detail });
});
