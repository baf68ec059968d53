import type { PartialDate } from "@/domain/dates/partial-date";
import type { SourceKind } from "@/domain/sources/source";

export type StarterSource = {
  kind: SourceKind;
  title: string;
  publisher: string;
  url: string | null;
  /** The date the document itself carries, as exactly as it carries it. */
  publishedOn: PartialDate | null;
  periodFrom?: PartialDate;
  periodTo?: PartialDate;
  /** The day the document says what it tells was settled, where it gives no better date of its own. */
  settledOn?: string;
  licence?: string;
  note?: string;
};

const OGL = "Open Government Licence v3.0";

/** Every document the starter facts come from. The keys are stable: a second load finds the source again by them. */
export const STARTER_SOURCES = {
  "news-and-star-2024-04": {
    kind: "news",
    title: "Carlisle's NHS privatisation mapped",
    publisher: "News & Star",
    url: "https://www.newsandstar.co.uk/news/24265883.carlisles-nhs-privatisation-mapped/",
    publishedOn: "2024-04",
    note: "Reports a map by the campaign EveryDoctor; what it counts is EveryDoctor's count.",
  },
  "news-and-star-2024-01": {
    kind: "news",
    title: "Plans to merge Warwick Road Surgery and Fusehill Medical Practice",
    publisher: "News & Star",
    url: "https://www.newsandstar.co.uk/news/24030730.warwick-road-surgery-fusehill-medical-practice-merge/",
    publishedOn: "2024-01",
    note: "A proposal: the article does not say that the merger took place.",
  },
  "north-cumbria-trust-2015-11": {
    kind: "other",
    title: "Increased Access to Cancer Diagnostic Scans in North Cumbria",
    publisher: "North Cumbria University Hospitals NHS Trust",
    url: "http://www.ncuh.nhs.uk/news/2015/november/increased-access-to-cancer-diagnostic-scans-in-north-cumbria.aspx",
    publishedOn: "2015-11-25",
  },
  "christie-2015": {
    kind: "other",
    title: "The Christie is partner in new PET-CT scanning services network across England",
    publisher: "The Christie NHS Foundation Trust",
    url: "https://www.christie.nhs.uk/about-us/news-at-the-christie/latest-news-stories/the-christie-is-partner-in-new-pet-ct-scanning-services-network-across-england",
    publishedOn: null,
    periodFrom: "2015-04-01",
    note: "The page carries no date of its own.",
  },
  "find-a-tender-071254-2025": {
    kind: "contract-notice",
    title: "Notice 071254-2025: PET-CT Services",
    publisher: "Find a Tender",
    url: "https://www.find-tender.service.gov.uk/Notice/071254-2025",
    publishedOn: "2025",
    periodFrom: "2025-12-01",
    periodTo: "2028-03-31",
    settledOn: "2025-10-13",
    licence: OGL,
    note: "A notice's place of performance is not where patients are seen.",
  },
  "ods-epraccur-2025-09": {
    kind: "register",
    title: "GP practices (epraccur), Organisation Data Service",
    publisher: "NHS England",
    url: "https://digital.nhs.uk/services/organisation-data-service/data-search-and-export/csv-downloads/gp-and-gp-practice-related-data",
    publishedOn: "2025-09",
    licence: OGL,
    note: "A code is a practice, not a building: an ended entry does not say that care there ended.",
  },
  "nhs-payments-2022-23": {
    kind: "official-statistics",
    title: "NHS Payments to General Practice, England, 2022/23",
    publisher: "NHS England",
    url: "https://digital.nhs.uk/data-and-information/publications/statistical/nhs-payments-to-general-practice/england-2022-23",
    publishedOn: null,
    periodFrom: "2022-04-01",
    periodTo: "2023-03-31",
    licence: OGL,
    note: "Gives each practice's contract type. The type does not tell who holds the contract.",
  },
  "nhsuk-hospitals-2020-11": {
    kind: "register",
    title: "Hospitals, from the NHS website",
    publisher: "NHS England",
    url: "https://www.nhs.uk/about-us/nhs-website-datasets/",
    publishedOn: "2020-11",
    licence: OGL,
  },
  "news-line-2023-08": {
    kind: "news",
    title: "Tories are now rushing to smash & privatise NHS!",
    publisher: "News Line",
    url: "https://wrp.org.uk/news/tories-are-now-rushing-to-smash-privatise-nhs/",
    publishedOn: "2023-08",
    note: "Reports a government announcement; the words of the headline are the newspaper's.",
  },
  "gov-uk-cdc-list-2025-10": {
    kind: "register",
    title: "Community diagnostic centres",
    publisher: "GOV.UK",
    url: null,
    publishedOn: "2025-10",
    licence: OGL,
    note: "Names each centre, its postcode and the tests it offers; it does not say who runs a centre or since when.",
  },
  "code-point-open-2025-10": {
    kind: "register",
    title: "OS Code-Point Open",
    publisher: "Ordnance Survey",
    url: "https://osdatahub.os.uk/downloads/open/CodePointOpen",
    publishedOn: "2025-10",
    licence: OGL,
  },
  "simplemaps-towns-2023": {
    kind: "other",
    title: "United Kingdom cities",
    publisher: "simplemaps",
    url: "https://simplemaps.com/data/gb-cities",
    publishedOn: "2023",
    licence: "CC BY 4.0",
    note: "Town centres, not sites.",
  },
  "geonames-2024-04": {
    kind: "other",
    title: "Postal codes of Great Britain",
    publisher: "GeoNames",
    url: "https://download.geonames.org/export/zip/",
    publishedOn: "2024-04",
    licence: "CC BY 4.0",
    note: "Town centres, not sites.",
  },
  "ons-councils-2025-05": {
    kind: "register",
    title: "Local Authority Districts (May 2025) Boundaries UK",
    publisher: "Office for National Statistics",
    url: "https://geoportal.statistics.gov.uk/search?q=BDY_LAD%202025",
    publishedOn: "2025-05",
    licence: OGL,
    note: "A point inside the district, not a site.",
  },
} as const satisfies Record<string, StarterSource>;

export type StarterSourceKey = keyof typeof STARTER_SOURCES;
