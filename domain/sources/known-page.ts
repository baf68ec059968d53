import type { SourceKind } from "@/domain/sources/source";

/** Registers and services whose pages are known by their address. */
export const KNOWN_SITES = ["cqc", "ods", "find-a-tender", "contracts-finder"] as const;
export type KnownSite = (typeof KNOWN_SITES)[number];

export type KnownPage = {
  site: KnownSite;
  kind: SourceKind;
  publisher: string;
  /** The same page for machines, as JSON; null where its HTML is all there is. */
  machine: string | null;
};

type Rule = Omit<KnownPage, "machine"> & {
  hosts: RegExp;
  path: RegExp;
  machineOf: (id: string) => string | null;
};

const ORD = "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/";

/**
 * By the publishers' documents: CQC's pages of locations and providers; the Organisation Data Service's ORD interface and its portal; notices
 * of Find a Tender ("nnnnnn-yyyy", GET ocdsReleasePackages) and of Contracts Finder (a GUID, GET Published Notice).
 */
const RULES: readonly Rule[] = [
  {
    site: "cqc",
    kind: "regulator",
    publisher: "Care Quality Commission",
    hosts: /^(?:www\.)?cqc\.org\.uk$/,
    path: /^\/(?:location|provider)\/(1-\d{5,12}|[A-Z0-9]{3,8})(?:[/?]|$)/i,
    machineOf: () => null,
  },
  {
    site: "ods",
    kind: "register",
    publisher: "NHS England, Organisation Data Service",
    hosts:
      /^(?:directory\.spineservices\.nhs\.uk|odsportal\.digital\.nhs\.uk|www\.odsdatasearchandexport\.nhs\.uk)$/,
    path: /(?:\/organisations?\/|organisationid=)([A-Z0-9]{3,9})(?:[/?&#]|$)/i,
    machineOf: (id) => ORD + id.toUpperCase(),
  },
  {
    site: "find-a-tender",
    kind: "contract-notice",
    publisher: "Find a Tender",
    hosts: /^(?:www\.)?find-tender\.service\.gov\.uk$/,
    path: /^\/notice\/(\d{6}-\d{4})(?:[/?#]|$)/i,
    machineOf: (id) => `https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages/${id}`,
  },
  {
    site: "contracts-finder",
    kind: "contract-notice",
    publisher: "Contracts Finder",
    hosts: /^(?:www\.)?contractsfinder\.service\.gov\.uk$/,
    path: /^\/(?:published\/)?notice\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/i,
    machineOf: (id) =>
      `https://www.contractsfinder.service.gov.uk/Published/Notice/releases/${id.toLowerCase()}.json`,
  },
];

/** @param address as `normaliseWebAddress` gives it. @returns undefined where nothing is known of the site. */
export function knownPage(address: string): KnownPage | undefined {
  const { hostname, pathname, search } = new URL(address);
  for (const { hosts, path, machineOf, ...page } of RULES) {
    const id = hosts.test(hostname) ? path.exec(pathname + search)?.[1] : undefined;
    if (id !== undefined) return { ...page, machine: machineOf(id) };
  }
  return undefined;
}

/** Where the Internet Archive asks whether to keep a copy of a page. */
export function archiveLink(address: string): string {
  return `https://web.archive.org/save/${address}`;
}
