import { mainAddress, ofPlace, ofService, type StarterRecord } from "./fact";
import type { StarterSourceKey } from "./sources";
import { starterId } from "./starter-id";

const ANNOUNCED = "news-line-2023-08";
const LIST = "gov-uk-cdc-list-2025-10";

type Centre = {
  slug: string;
  /** As the article names it. */
  announced: string;
  run: "privately" | "by the NHS";
  /** Why one entry of the list of October 2025 is this centre beyond doubt; see docs/data-sources.md. */
  listed?: { name: string; lines?: string; town: string; postcode: string; lon: number; lat: number };
  /** Otherwise the middle of the town, and who says where that is. */
  centre?: { town: string; lon: number; lat: number; source: StarterSourceKey; doubt: string };
};

const CENTRES: readonly Centre[] = [
  {
    slug: "thurrock",
    announced: "Thurrock",
    run: "privately",
    listed: { name: "Thurrock CDC", town: "Thurrock", postcode: "RM16 2PX", lon: 0.3362, lat: 51.49638 },
  },
  {
    slug: "northampton",
    announced: "Northampton",
    run: "privately",
    centre: {
      town: "Northampton",
      lon: -0.8833,
      lat: 52.25,
      source: "geonames-2024-04",
      doubt: "The list of October 2025 has two centres in Northampton (Kings Heath CDC and Northampton CDC).",
    },
  },
  {
    slug: "south-birmingham",
    announced: "South Birmingham",
    run: "privately",
    listed: {
      name: "South Birmingham CDC",
      lines: "Maypole",
      town: "Birmingham",
      postcode: "B14 5JF",
      lon: -1.88592,
      lat: 52.40503,
    },
  },
  {
    slug: "redruth",
    announced: "Redruth (Cornwall)",
    run: "privately",
    centre: {
      town: "Redruth",
      lon: -5.2243,
      lat: 50.2332,
      source: "geonames-2024-04",
      doubt: "The list of October 2025 has Camborne and Redruth CDC there, which may be another.",
    },
  },
  {
    slug: "torbay",
    announced: "Torbay",
    run: "privately",
    centre: {
      town: "Torbay",
      lon: -3.59083,
      lat: 50.43007,
      source: "ons-councils-2025-05",
      doubt: "The list of October 2025 has Devon and Torbay CDC in Torquay, which may be another.",
    },
  },
  {
    slug: "yeovil",
    announced: "Yeovil",
    run: "privately",
    centre: {
      town: "Yeovil",
      lon: -2.637,
      lat: 50.9452,
      source: "simplemaps-towns-2023",
      doubt: "The list of October 2025 has Somerset East CDC there, which may be another.",
    },
  },
  {
    slug: "north-bristol",
    announced: "North Bristol",
    run: "privately",
    listed: { name: "North Bristol CDC", town: "Bristol", postcode: "BS34 5TL", lon: -2.5972, lat: 51.53053 },
  },
  {
    slug: "weston-super-mare",
    announced: "Weston-Super-Mare",
    run: "privately",
    listed: {
      name: "Weston CDC",
      town: "Weston-super-Mare",
      postcode: "BS23 3SJ",
      lon: -2.96512,
      lat: 51.3313,
    },
  },
  {
    slug: "barking",
    announced: "Barking (London)",
    run: "by the NHS",
    centre: {
      town: "Barking",
      lon: 0.08,
      lat: 51.54,
      source: "simplemaps-towns-2023",
      doubt: "The list of October 2025 has Barking Community Hospital CDC there, which may be another.",
    },
  },
  {
    slug: "skegness",
    announced: "Skegness",
    run: "by the NHS",
    listed: { name: "Skegness CDC", town: "Skegness", postcode: "PE25 3RR", lon: 0.32879, lat: 53.14519 },
  },
  {
    slug: "lincoln",
    announced: "Lincoln",
    run: "by the NHS",
    listed: { name: "Lincoln CDC", town: "Lincoln", postcode: "LN6 7DJ", lon: -0.55858, lat: 53.22758 },
  },
  {
    slug: "nottingham",
    announced: "Nottingham",
    run: "by the NHS",
    centre: {
      town: "Nottingham",
      lon: -1.15,
      lat: 52.9533,
      source: "simplemaps-towns-2023",
      doubt: "The list of October 2025 has Broad Marsh CDC there, which may be another.",
    },
  },
  {
    slug: "stoke-on-trent",
    announced: "Stoke-on-Trent",
    run: "by the NHS",
    listed: {
      name: "Stoke On Trent CDC",
      lines: "Hanley",
      town: "Stoke-on-Trent",
      postcode: "ST1 5SA",
      lon: -2.18266,
      lat: 53.02613,
    },
  },
];

const townOf = (announced: string) => announced.replace(/ \(.*\)$/, "");

function placeOf(centre: Centre): StarterRecord {
  const town = townOf(centre.announced);
  const name = `Community diagnostic centre, ${town}`;
  const announced = `Announced as one of 13 new community diagnostic centres, in ${centre.announced}; no address is given.`;
  return {
    key: `place/community-diagnostic-centre-${centre.slug}`,
    facts: [
      ofPlace("name", name, ANNOUNCED, announced),
      ofPlace("kind", "diagnostic-centre", ANNOUNCED, announced),
      ofPlace("address", mainAddress({ town }), ANNOUNCED, announced),
      ...positionOf(centre),
    ],
  };
}

/** The match with the list is itself a claim, with its evidence; without one, the middle of the town. */
function positionOf({ announced, listed, centre }: Centre) {
  const replaces = { replaces: ANNOUNCED } as const;
  if (listed) {
    const { name, lines = "", town, postcode, lon, lat } = listed;
    const evidence = `Lists "${name}" at ${postcode}: the one centre there with the announced name (${announced}).`;
    return [
      ofPlace("name", name, LIST, evidence),
      ofPlace("identifier", { scheme: "cdc-list", code: name, from: null, to: null }, LIST, evidence),
      ofPlace(
        "address",
        mainAddress({ lines, town, postcode, lon, lat, precision: "postcode" }),
        LIST,
        evidence,
        replaces,
      ),
    ];
  }
  if (!centre) throw new Error(`no position for ${announced}`);
  const { town, lon, lat, source, doubt } = centre;
  const says = `A point in the middle of ${town}: an approximate position. ${doubt}`;
  return [ofPlace("address", mainAddress({ town, lon, lat, precision: "town" }), source, says, replaces)];
}

/** Planned as announced: no source of ours says that this centre opened with this operator. */
function serviceOf({ slug, announced, run }: Centre): StarterRecord {
  const town = townOf(announced);
  const kind =
    run === "privately"
      ? ofService(
          "provider-kind",
          "private-sector",
          ANNOUNCED,
          `Names ${town} among the centres that "will be run directly by the private sector", without naming who.`,
        )
      : ofService(
          "provider-kind",
          "nhs-body",
          ANNOUNCED,
          `Names ${town} among "the five NHS centres". That is what was announced; nobody of ours has checked it.`,
        );
  const says = `Announced in August 2023 for ${announced}, with 12 others, to "be open by the end of the year".`;
  return {
    key: `service/community-diagnostic-centre-in-${slug}`,
    facts: [
      ofService("name", `Community diagnostic centre in ${town}`, ANNOUNCED, says),
      ofService("category", "diagnostics-and-scans", ANNOUNCED, says),
      ofService(
        "place",
        { placeId: starterId(`place/community-diagnostic-centre-${slug}`), addressKey: "main" },
        ANNOUNCED,
        says,
      ),
      kind,
      ofService("status", "planned", ANNOUNCED, says),
    ],
  };
}

/** The thirteen community diagnostic centres announced in August 2023: planned, eight of them privately run. */
export const DIAGNOSTIC_CENTRES: readonly StarterRecord[] = CENTRES.flatMap((centre) => [
  placeOf(centre),
  serviceOf(centre),
]);
