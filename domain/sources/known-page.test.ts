import { describe, expect, it } from "vitest";
import { normaliseWebAddress } from "@/domain/sources/web-address";
import { archiveLink, KNOWN_SITES, knownPage } from "./known-page";

function pageOf(text: string) {
  const read = normaliseWebAddress(text);
  if (!("address" in read)) throw new Error(`no address: ${text}`);
  return knownPage(read.address);
}
const ORD = "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/";
const TENDERS = "https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages/";
const FINDER = "https://www.contractsfinder.service.gov.uk/Published/Notice/releases/";
const GUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

describe("a page of a register or a service of notices", () => {
  it.each([
    ["https://www.cqc.org.uk/location/1-12345678", "cqc", null],
    ["https://cqc.org.uk/provider/RRF/services", "cqc", null],
    ["https://www.cqc.org.uk/LOCATION/1-1234567890?referer=widget", "cqc", null],
    [`${ORD}a82004`, "ods", `${ORD}A82004`],
    ["https://odsportal.digital.nhs.uk/Organisation/A82004", "ods", `${ORD}A82004`],
    ["https://www.odsdatasearchandexport.nhs.uk/?search=organisationid=A82004&x=1", "ods", `${ORD}A82004`],
    [
      "https://www.find-tender.service.gov.uk/Notice/012345-2026?origin=x",
      "find-a-tender",
      `${TENDERS}012345-2026`,
    ],
    ["https://find-tender.service.gov.uk/Notice/012345-2026", "find-a-tender", `${TENDERS}012345-2026`],
    [
      `https://www.contractsfinder.service.gov.uk/Notice/${GUID}`,
      "contracts-finder",
      `${FINDER}${GUID}.json`,
    ],
    [
      `https://contractsfinder.service.gov.uk/published/notice/${GUID.toUpperCase()}#top`,
      "contracts-finder",
      `${FINDER}${GUID}.json`,
    ],
  ])("%s is of %s, and for machines at %s", (address, site, machine) => {
    expect(pageOf(address)).toMatchObject({ site, machine });
  });

  it.each([
    "https://www.cqc.org.uk/",
    "https://www.cqc.org.uk/location/1-1234",
    "https://www.cqc.org.uk/location/1-1234567890123",
    "https://www.cqc.org.uk/about/location/1-12345678",
    "https://www.cqc.org.uk/location/AB",
    "https://cqc.org.uk.example.org/location/1-12345678",
    "https://notcqc.org.uk/location/1-12345678",
    "https://www.cqc-org.uk/location/1-12345678",
    "https://odsportal.digital.nhs.uk/Organisation/A8",
    "https://odsportal.digital.nhs.uk/Organisation/A820041234",
    "https://directory.spineservices.nhs.uk.example.org/organisations/A82004",
    "https://my.directory.spineservices.nhs.uk/organisations/A82004",
    "https://www.find-tender.service.gov.uk/Notice/12345-2026",
    "https://www.find-tender.service.gov.uk/Notice/012345-20261",
    "https://www.find-tender.service.gov.uk/x/Notice/012345-2026",
    "https://find-tender.service.gov.uk.example.org/Notice/012345-2026",
    "https://a.find-tender.service.gov.uk/Notice/012345-2026",
    `https://www.contractsfinder.service.gov.uk/Notice/${GUID}0`,
    `https://www.contractsfinder.service.gov.uk/Notice/${GUID.replaceAll("-", "")}`,
    `https://www.contractsfinder.service.gov.uk/x/Notice/${GUID}`,
    `https://b.contractsfinder.service.gov.uk/Notice/${GUID}`,
    `https://www.contractsfinder.service.gov.uk.example.org/Notice/${GUID}`,
  ])("%s is none that is known", (address) => {
    expect(pageOf(address)).toBeUndefined();
  });

  it("is told with its kind and its publisher, and nothing of how it was known", () => {
    expect(pageOf("https://www.cqc.org.uk/location/1-12345678")).toEqual({
      site: "cqc",
      kind: "regulator",
      publisher: "Care Quality Commission",
      machine: null,
    });
    expect(pageOf(`${ORD}A82004`)?.kind).toBe("register");
    expect(KNOWN_SITES).toHaveLength(4);
  });
});

it("asks the archive for the page as it is", () => {
  expect(archiveLink("https://board.example/a?b=c")).toBe(
    "https://web.archive.org/save/https://board.example/a?b=c",
  );
});
