import { expect, test } from "vitest";
import { archiveLink, knownPage } from "@/domain/sources/known-page";
import { normaliseWebAddress } from "@/domain/sources/web-address";
import { factsOfAddress, factsOfPage } from "@/server/links/page-facts";

// Every page here is made up, in the shape that its publisher documents or that its pages had when they were last seen.
const read = (address: string, body: string, type = "text/html", charset = "") => {
  const page = { address, type, charset, isCut: false, bytes: Buffer.from(body, "latin1") };
  return factsOfPage(page, knownPage(address));
};
const utf8 = (text: string) => Buffer.from(text).toString("latin1");

test("a page of news: its title, its paper and its day, before what the browser's tab says", () => {
  const page = utf8(`<!doctype html><html><head><title>Surgery sold | The Example</title>
    <meta property="og:title" content="Surgery sold to &quot;Example Health&quot;"><meta property="og:site_name" content="The Example">
    <meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><h1>x</h1></body></html>`);
  expect(read("https://news.example.org/a", page)).toEqual({
    facts: { title: 'Surgery sold to "Example Health"', publisher: "The Example", publishedOn: "2026-03-02" },
  });
});

test.each([
  ["only a title", "<title>  One\n two </title>", { title: "One two" }],
  ["the title of a drawing is none", "<svg><title>Logo</title></svg><title>Page</title>", { title: "Page" }],
  [
    "a paper",
    '<meta name="citation_title" content="T"><meta name="citation_journal_title" content="J"><meta name="citation_date" content="2024/05/06">',
    { title: "T", publisher: "J", publishedOn: "2024-05-06" },
  ],
  ["nothing", "<p>hello", {}],
  ["cut off in a tag", "<title>Page</title><meta property=og:site_name conte", { title: "Page" }],
  ["a script's text is none", "<script>'<title>No</title>'</script><title>Yes</title>", { title: "Yes" }],
  ["what turns text round is taken out", utf8("<title>a\u202eb\u0000c</title>"), { title: "abc" }],
])("%s", (_what, page, facts) => {
  expect(read("https://site.example.org/", page)).toEqual({ facts });
});

test("a page is read in its own letters", () => {
  expect(read("https://site.example.org/", "<title>M\xf4n</title>", "text/html", "iso-8859-1")).toEqual({
    facts: { title: "Môn" },
  });
  expect(read("https://site.example.org/", '<meta charset="windows-1252"><title>M\xf4n</title>')).toEqual({
    facts: { title: "Môn" },
  });
  expect(read("https://site.example.org/", utf8("<title>Môn</title>"), "text/html", "klingon")).toEqual({
    facts: { title: "Môn" },
  });
});

test("a title without end is cut to what the field takes", () => {
  const found = read("https://site.example.org/", `<title>${"long ".repeat(5000)}`);
  expect("facts" in found && found.facts.title?.length).toBe(299);
});

test("CQC: the location and who provides and runs it", () => {
  const page = utf8(`<title>Example Surgery - Care Quality Commission</title><h1>Example Surgery</h1>
    <p><a href="/provider/1-999">Search providers</a></p>
    <div class="x"><span>Provided and run by:</span> <a href="/provider/1-101655">Example Health Limited</a></div>`);
  expect(read("https://www.cqc.org.uk/location/1-123456789", page)).toEqual({
    facts: {
      title: "Example Surgery - Care Quality Commission",
      placeName: "Example Surgery",
      providerName: "Example Health Limited",
    },
  });
  expect(read("https://www.cqc.org.uk/provider/1-101655", utf8("<h1>Example Health Limited</h1>"))).toEqual({
    facts: { providerName: "Example Health Limited" },
  });
});

test("ODS: name, address and day of an organisation by its interface", () => {
  const record = {
    Organisation: {
      Name: "EXAMPLE SURGERY",
      Status: "Active",
      LastChangeDate: "2025-01-31",
      OrgId: { extension: "A12345" },
      GeoLoc: {
        Location: {
          AddrLn1: "1 HIGH STREET",
          AddrLn2: "",
          Town: "CARLISLE",
          PostCode: "CA1 1AA",
          Country: "ENGLAND",
        },
      },
    },
  };
  const address = "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/A12345";
  expect(read(address, JSON.stringify(record), "application/json")).toEqual({
    facts: {
      title: "Example Surgery",
      publishedOn: "2025-01-31",
      placeName: "Example Surgery",
      addressLines: "1 High Street",
      town: "Carlisle",
      postcode: "CA1 1AA",
    },
  });
  expect(read(address, '{"errorCode":404}', "application/json")).toEqual({ fault: "no-page" });
});

test("a notice: who pays, who won where it is one, from when", () => {
  const release = (suppliers: string[]) =>
    JSON.stringify({
      releases: [
        { ocid: "ocds-h6vhtk-04a1b2", date: "2025-01-01T00:00:00Z", buyer: { name: "An older one" } },
        {
          ocid: "ocds-h6vhtk-04a1b2",
          date: "2026-03-02T10:00:00Z",
          buyer: { name: "NHS Example ICB" },
          tender: { title: "Community  ophthalmology" },
          awards: [
            {
              id: "1",
              status: "active",
              suppliers: suppliers.map((name) => ({ name })),
              contractPeriod: { startDate: "2026-04-01T00:00:00+01:00" },
            },
          ],
        },
      ],
    });
  const facts = {
    title: "Community ophthalmology",
    publishedOn: "2026-03-02",
    commissionerName: "NHS Example ICB",
    startedOn: "2026-04-01",
  };
  const notice = "https://www.find-tender.service.gov.uk/Notice/071254-2025";
  expect(read(notice, release(["Example Eyes Ltd"]), "application/json")).toEqual({
    facts: { ...facts, providerName: "Example Eyes Ltd" },
  });
  expect(read(notice, release(["One Ltd", "Two Ltd"]), "application/json")).toEqual({ facts });
  expect(read(notice, "{", "application/json")).toEqual({ fault: "no-page" });
});

test.each([
  ["https://www.cqc.org.uk/location/1-123456789", "cqc", null],
  ["https://cqc.org.uk/location/1-123456789/reports", "cqc", null],
  [
    "https://www.find-tender.service.gov.uk/Notice/071254-2025?origin=SearchResults",
    "find-a-tender",
    "https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages/071254-2025",
  ],
  [
    "https://www.contractsfinder.service.gov.uk/Notice/D5E75301-5ee4-473d-a0e7-87d470093e7c",
    "contracts-finder",
    "https://www.contractsfinder.service.gov.uk/Published/Notice/releases/d5e75301-5ee4-473d-a0e7-87d470093e7c.json",
  ],
  [
    "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/a12345?_format=json",
    "ods",
    "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/A12345",
  ],
  [
    "https://www.odsdatasearchandexport.nhs.uk/organisation/A12345",
    "ods",
    "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/A12345",
  ],
])("%s is known by its address", (address, site, machine) => {
  expect(knownPage(address)).toMatchObject({ site, machine });
});

test.each([
  "https://cqc.org.uk.example.org/location/1-123456789",
  "https://example.org/?u=https://www.cqc.org.uk/location/1-123456789",
  "https://notcqc.org.uk/location/1-123456789",
  "https://www.cqc.org.uk/news/releases",
  "https://www.find-tender.service.gov.uk/Search",
  "https://www.find-tender.service.gov.uk/Notice/071254-2025%2F..%2F..%2Fapi",
  "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/..%2F..%2Fx",
])("%s is not", (address) => {
  expect(knownPage(address)).toBeUndefined();
});

test("what an address says, and where a copy can be asked for", () => {
  const read = normaliseWebAddress("https://WWW.cqc.org.uk/location/1-123456789?utm_source=x");
  const address = "address" in read ? read.address : "";
  expect(factsOfAddress(knownPage(address))).toEqual({
    kind: "regulator",
    publisher: "Care Quality Commission",
  });
  expect(archiveLink(address)).toBe(
    "https://web.archive.org/save/https://www.cqc.org.uk/location/1-123456789",
  );
});

test.each(["application/pdf", "image/png", "", "text/plain", "application/json"])("%s is no page", (type) => {
  expect(read("https://site.example.org/", "<title>x</title>", type)).toEqual({ fault: "no-page" });
});
