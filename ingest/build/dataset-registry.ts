import type { ReferenceDataset } from "@/domain/areas/reference-dataset";

type Known = Omit<ReferenceDataset, "rows" | "sha256"> & {
  /** The file's path in the data folder given to the command. */
  path: string;
};

const OGL = "Open Government Licence v3.0";
const ONS_ATTRIBUTION =
  "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2025.";
const AREAS = "npm run ingest -- areas <folder>";
const POSTCODES = "npm run ingest -- postcodes <folder>";
const HISTORY = "npm run ingest -- history <folder>";
const BASEMAP = "npm run ingest -- basemap <folder>";
const WAITING_TIMES = "npm run ingest -- waiting-times <folder>";
const REGISTERS = "npm run ingest -- registers <folder>";
const REGISTRATIONS = "npm run ingest -- registrations <folder>";
const NHS_ENGLAND = "Contains NHS England data licensed under the Open Government Licence v3.0.";

/** Every public file the reference tables are made from: what it is, whose, under which terms, and where to get it. */
export const DATASETS = {
  constituencies: {
    key: "constituencies",
    path: "boundaries/constituencies-2024.geojson",
    title: "Westminster Parliamentary Constituencies (July 2024) Boundaries UK, generalised to 20 m",
    publisher: "Office for National Statistics",
    licence: OGL,
    attribution: ONS_ATTRIBUTION,
    sourceUrl: "https://geoportal.statistics.gov.uk/search?q=BDY_PCON%202024",
    vintage: "2024-07",
    command: AREAS,
  },
  councils: {
    key: "councils",
    path: "boundaries/councils-2025.geojson",
    title: "Local Authority Districts (May 2025) Boundaries UK, generalised to 20 m",
    publisher: "Office for National Statistics",
    licence: OGL,
    attribution: ONS_ATTRIBUTION,
    sourceUrl: "https://geoportal.statistics.gov.uk/search?q=BDY_LAD%202025",
    vintage: "2025-05",
    command: AREAS,
  },
  "health-bodies": {
    key: "health-bodies",
    path: "boundaries/health-areas-2026.geojson",
    title: "Integrated care boards, health boards and health and social care trusts (April 2026)",
    publisher:
      "Office for National Statistics, NHS England, Public Health Scotland, Digital Health and Care Wales, OpenDataNI",
    licence: OGL,
    attribution: `${ONS_ATTRIBUTION} Contains NHS England, Public Health Scotland, Digital Health and Care Wales and OpenDataNI data.`,
    sourceUrl: "https://geoportal.statistics.gov.uk/search?q=BDY_ICB%202026",
    vintage: "2026-04",
    command: AREAS,
  },
  "constituency-overlap": {
    key: "constituency-overlap",
    path: "boundaries/constituencies-2010-to-2024-overlap.csv",
    title: "Constituencies of 2010 and 2024: how much of the one is in the other",
    publisher: "mySociety",
    licence: "CC BY 4.0",
    attribution: "Overlap of constituencies of 2010 and 2024: mySociety, CC BY 4.0.",
    sourceUrl: "https://pages.mysociety.org/2025-constituencies/",
    vintage: "2024",
    command: HISTORY,
  },
  "icbs-2023": {
    key: "icbs-2023",
    path: "boundaries/icbs-2023.geojson",
    title: "Integrated care boards (April 2023) boundaries",
    publisher: "Office for National Statistics",
    licence: OGL,
    attribution: ONS_ATTRIBUTION,
    sourceUrl: "https://geoportal.statistics.gov.uk/search?q=BDY_ICB%20APR%202023",
    vintage: "2023-04",
    command: HISTORY,
  },
  regions: {
    key: "regions",
    path: "boundaries/regions-and-countries.topojson",
    title: "Regions and countries of the United Kingdom",
    publisher: "Office for National Statistics",
    licence: OGL,
    attribution: ONS_ATTRIBUTION,
    sourceUrl: "https://geoportal.statistics.gov.uk/search?q=BDY_RGN",
    vintage: "2025-06",
    command: AREAS,
  },
  "welsh-names": {
    key: "welsh-names",
    path: "boundaries/constituency-names-welsh.csv",
    title: "Welsh names of Westminster constituencies (July 2024)",
    publisher: "Office for National Statistics",
    licence: OGL,
    attribution: ONS_ATTRIBUTION,
    sourceUrl: "https://geoportal.statistics.gov.uk/search?q=PRD_PCON%202024",
    vintage: "2024-07",
    command: AREAS,
  },
  population: {
    key: "population",
    path: "politics/constituency-population-2022.csv",
    title: "Population of Westminster constituencies, mid-2022",
    publisher:
      "Office for National Statistics, National Records of Scotland, Northern Ireland Statistics and Research Agency",
    licence: OGL,
    attribution:
      "Population: Office for National Statistics, National Records of Scotland and NISRA, mid-2022, licensed under the Open Government Licence v3.0.",
    sourceUrl:
      "https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/datasets/parliamentaryconstituencymidyearpopulationestimates",
    vintage: "2022",
    command: AREAS,
  },
  members: {
    key: "members",
    path: "politics/current-mps-2026-04.csv",
    title: "Members of the House of Commons, April 2026",
    publisher: "UK Parliament, mySociety",
    licence: "Open Parliament Licence v3.0",
    attribution:
      "Members: contains Parliamentary information licensed under the Open Parliament Licence v3.0; identifiers by mySociety's TheyWorkForYou.",
    sourceUrl: "https://members.parliament.uk/members/commons",
    vintage: "2026-04",
    command: AREAS,
  },
  "code-point-open": {
    key: "code-point-open",
    path: "postcodes/code-point-open-2025-11.zip",
    title: "OS Code-Point Open",
    publisher: "Ordnance Survey",
    licence: OGL,
    attribution:
      "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.",
    sourceUrl: "https://osdatahub.os.uk/downloads/open/CodePointOpen",
    vintage: "2025-10",
    command: POSTCODES,
  },
  "northern-ireland-postcodes": {
    key: "northern-ireland-postcodes",
    path: "postcodes/northern-ireland.csv",
    title: "Postcodes of Northern Ireland with their areas",
    publisher: "Northern Ireland Statistics and Research Agency, Food Standards Agency",
    licence: OGL,
    attribution:
      "Northern Ireland postcodes: NISRA and Food Standards Agency data licensed under the Open Government Licence v3.0.",
    sourceUrl: "https://www.nisra.gov.uk/support/geography/central-postcode-directory",
    vintage: "2026",
    command: POSTCODES,
  },
  "nhs-trusts": {
    key: "nhs-trusts",
    path: "registers/ods-etr-2026-06.csv",
    title: "NHS trusts (etr), Organisation Data Service",
    publisher: "NHS England",
    licence: OGL,
    attribution: "Contains NHS England data licensed under the Open Government Licence v3.0.",
    sourceUrl:
      "https://digital.nhs.uk/services/organisation-data-service/data-search-and-export/csv-downloads/other-nhs-organisations",
    vintage: "2026-06",
    command: POSTCODES,
  },
  "gp-practices": {
    key: "gp-practices",
    path: "registers/ods-epraccur-2025-09.csv",
    title: "GP practices (epraccur), Organisation Data Service",
    publisher: "NHS England",
    licence: OGL,
    attribution: NHS_ENGLAND,
    sourceUrl:
      "https://digital.nhs.uk/services/organisation-data-service/data-search-and-export/csv-downloads/gp-and-gp-practice-related-data",
    vintage: "2025-09",
    command: REGISTERS,
  },
  // No table of the project is made from it: an edition is brought on the page of imports.
  "gp-branches": {
    key: "gp-branches",
    path: "registers/ods-ebranchs.csv",
    title: "GP branch surgeries (ebranchs), Organisation Data Service",
    publisher: "NHS England",
    licence: OGL,
    attribution: NHS_ENGLAND,
    sourceUrl:
      "https://digital.nhs.uk/services/organisation-data-service/data-search-and-export/csv-downloads/gp-and-gp-practice-related-data",
    vintage: "2026-11",
    command: REGISTERS,
  },
  hospitals: {
    key: "hospitals",
    path: "registers/nhsuk-hospitals-2020-11.csv",
    title: "Hospitals, from the NHS website",
    publisher: "NHS England",
    licence: OGL,
    attribution: NHS_ENGLAND,
    sourceUrl: "https://www.nhs.uk/about-us/nhs-website-datasets/",
    vintage: "2020-11",
    command: REGISTERS,
  },
  "diagnostic-centres": {
    key: "diagnostic-centres",
    path: "services/community-diagnostic-centres-2025-10.geojson",
    title: "Community diagnostic centres",
    publisher: "GOV.UK",
    licence: OGL,
    attribution:
      "Community diagnostic centres: contains public sector information licensed under the Open Government Licence v3.0.",
    sourceUrl: "https://github.com/alphagov/frontend",
    vintage: "2025-10",
    command: REGISTERS,
  },
  "gp-payments": {
    key: "gp-payments",
    path: "registers/nhs-payments-to-general-practice-2022-23.csv",
    title: "NHS Payments to General Practice, England, 2022/23",
    publisher: "NHS England",
    licence: OGL,
    attribution: NHS_ENGLAND,
    sourceUrl:
      "https://digital.nhs.uk/data-and-information/publications/statistical/nhs-payments-to-general-practice",
    vintage: "2022-23",
    command: REGISTERS,
  },
  "gp-registrations": {
    key: "gp-registrations",
    path: "registers/cqc-gp-locations-2024-10.csv",
    title: "GP locations registered with the Care Quality Commission, 2011 to 16 October 2024",
    publisher: "Care Quality Commission",
    licence: OGL,
    attribution:
      "Contains Care Quality Commission data licensed under the Open Government Licence v3.0, by way of a copy published with research on the ownership of GP practices.",
    sourceUrl: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
    vintage: "2024-10",
    command: REGISTRATIONS,
  },
  "gp-companies": {
    key: "gp-companies",
    path: "registers/companies-house-gp-providers-2025.csv",
    title: "Companies registered for GP practices: type and status at Companies House",
    publisher: "Companies House",
    licence: OGL,
    attribution: "Contains Companies House data licensed under the Open Government Licence v3.0.",
    sourceUrl: "https://download.companieshouse.gov.uk/en_output.html",
    vintage: "2026-04",
    command: REGISTRATIONS,
  },
  towns: {
    key: "towns",
    path: "basemap/towns-gb-simplemaps.csv",
    title: "United Kingdom cities",
    publisher: "simplemaps",
    licence: "CC BY 4.0",
    attribution: "Towns: simplemaps.com, CC BY 4.0.",
    sourceUrl: "https://simplemaps.com/data/gb-cities",
    vintage: "2023",
    command: BASEMAP,
  },
  "place-names": {
    key: "place-names",
    path: "basemap/geonames-postal-gb-2024-04.txt",
    title: "Place names by outward code",
    publisher: "GeoNames",
    licence: "CC BY 4.0",
    attribution: "Place names: GeoNames, CC BY 4.0.",
    sourceUrl: "https://download.geonames.org/export/zip/",
    vintage: "2024-04",
    command: BASEMAP,
  },
  rivers: {
    key: "rivers",
    path: "basemap/rivers.geojson",
    title: "Natural Earth 1:10m rivers",
    publisher: "Natural Earth",
    licence: "Public domain",
    attribution: "Made with Natural Earth.",
    sourceUrl: "https://www.naturalearthdata.com/downloads/10m-physical-vectors/",
    vintage: "2017",
    command: BASEMAP,
  },
  lakes: {
    key: "lakes",
    path: "basemap/lakes.geojson",
    title: "Natural Earth 1:10m lakes",
    publisher: "Natural Earth",
    licence: "Public domain",
    attribution: "Made with Natural Earth.",
    sourceUrl: "https://www.naturalearthdata.com/downloads/10m-physical-vectors/",
    vintage: "2017",
    command: BASEMAP,
  },
  "waiting-times": {
    key: "waiting-times",
    path: "waiting-times/rtt-april-2026-full-extract.csv.zip",
    title: "Consultant-led referral to treatment waiting times, full extract, April 2026",
    publisher: "NHS England",
    licence: OGL,
    attribution: "Contains NHS England data licensed under the Open Government Licence v3.0.",
    sourceUrl: "https://www.england.nhs.uk/statistics/statistical-work-areas/rtt-waiting-times/",
    vintage: "2026-04",
    command: WAITING_TIMES,
  },
} as const satisfies Record<string, Known>;

/** Comes with the project as an npm package rather than in the data folder. */
export const WORLD_ATLAS = {
  key: "countries",
  path: "world-atlas/countries-10m.json",
  title: "Natural Earth 1:10m countries (npm package world-atlas)",
  publisher: "Natural Earth",
  licence: "Public domain",
  attribution: "Made with Natural Earth.",
  sourceUrl: "https://www.naturalearthdata.com/downloads/10m-cultural-vectors/",
  vintage: "4.1",
  command: BASEMAP,
} as const satisfies Known;

/**
 * Can take the place of Code-Point Open: the ONS's own table of live and ended postcodes, a CSV or its zip. Title, vintage and
 * {year} come from the file's name, which changes with every edition.
 */
export const POSTCODE_DIRECTORY = {
  key: "ons-postcode-directory",
  publisher: "Office for National Statistics",
  licence: OGL,
  attribution:
    "Contains OS data © Crown copyright and database right {year}. Contains Royal Mail data © Royal Mail copyright and database right {year}. Source: Office for National Statistics licensed under the Open Government Licence v.3.0.",
  sourceUrl: "https://geoportal.statistics.gov.uk/search?q=PRD_ONSPD",
  command: "npm run ingest -- postcodes --onspd <file>",
} as const;

export type DatasetKey = keyof typeof DATASETS;
