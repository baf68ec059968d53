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
      suppliers: [{ name: "SpaMedica Ltd" }, { name: "Quay Eyes CIC" }],
    },
    { id: "2", status: "cancelled", suppliers: [{ name: "Nobody Ltd" }] },
  ],
  ...more,
});
const read = async (content: unknown) => {
  const list = await openOcds(bytesOf(JSON.stringify(content)));
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
])("%s is a row for each award and supplier", async (_what, content) => {
  expect(await read(content)).toEqual([
    FIRST,
    { ...FIRST, provider: "Quay Eyes CIC", key: "ocds-h6vhtk-04a1b2/1/2" },
  ]);
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
