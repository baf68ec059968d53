import {
  areaRef,
  mainAddress,
  ofCommissioner,
  ofContract,
  ofPlace,
  ofProvider,
  ofService,
  type StarterRecord,
} from "./fact";
import { starterId } from "./starter-id";

const ARTICLE = "news-and-star-2024-04";
const MERGER = "news-and-star-2024-01";
const TRUST = "north-cumbria-trust-2015-11";
const CHRISTIE = "christie-2015";
const NOTICE = "find-a-tender-071254-2025";
const GP_REGISTER = "ods-epraccur-2025-09";
const PAYMENTS = "nhs-payments-2022-23";
const HOSPITALS = "nhsuk-hospitals-2020-11";
const POSTCODES = "code-point-open-2025-10";
const TOWNS = "simplemaps-towns-2023";

const MERGER_SAYS =
  "SSP Health Ltd proposed to merge the contracts of Warwick Road Surgery and Fusehill Medical Practice from April 2024; care was to go on at both sites.";
const SSP_RUNS_BOTH =
  '"Warwick Road Surgery and Fusehill Medical Practice, two general practice sites, are operated and managed by SSP Health."';
const ALLIANCE_RUNS =
  'Names among the outsourced services "the PET-CT scanning services at Cumberland Infirmary, operated under an NHS England contract with Alliance Medical".';
const BLATCHFORD_RUNS = 'Says that Carlisle NHS Clinic "relies on Blatchford for its clinical teams".';
const GMS_PERIOD = { validFrom: "2022-04-01", validTo: "2023-03-31" };

const provider = (slug: string) => ({ providerId: starterId(`provider/${slug}`) });
const mainAt = (slug: string) => ({ placeId: starterId(`place/${slug}`), addressKey: "main" });
const commissioner = (slug: string) => ({ commissionerId: starterId(`commissioner/${slug}`) });
const contract = (slug: string) => ({ contractId: starterId(`contract/${slug}`) });

const organisations: StarterRecord[] = [
  {
    key: "provider/alliance-medical",
    facts: [
      ofProvider("name", "Alliance Medical", ARTICLE, ALLIANCE_RUNS),
      ofProvider("legal-form", "company", NOTICE, "Names the contractor as Alliance Medical Ltd."),
      ofProvider(
        "about",
        "Reported in April 2024 to have scanning centres at 30 locations in England.",
        ARTICLE,
        '"Alliance has scanning centres scattered across 30 locations in England."',
      ),
    ],
  },
  {
    key: "provider/blatchford",
    facts: [
      ofProvider("name", "Blatchford", ARTICLE, BLATCHFORD_RUNS),
      ofProvider("legal-form", "company", ARTICLE, 'Calls Blatchford "a company".'),
      ofProvider(
        "about",
        "Makes mobility aids, prosthetics and orthotics, for private and NHS patients.",
        ARTICLE,
        "Says that Blatchford is known for making mobility aids, including prosthetics and orthotics, for private and NHS patients.",
      ),
    ],
  },
  {
    key: "provider/ssp-health",
    facts: [
      ofProvider("name", "SSP Health", ARTICLE, SSP_RUNS_BOTH),
      ofProvider("legal-form", "company", MERGER, "Names the organisation as SSP Health Ltd."),
      ofProvider(
        "about",
        "Reported in April 2024 to manage 37 GP practice sites in the North West.",
        ARTICLE,
        '"The health firm boasts management of 37 GP practice sites in the North West."',
      ),
    ],
  },
  {
    key: "commissioner/nhs-england",
    facts: [
      ofCommissioner("name", "NHS England", NOTICE, "Names NHS England as the buyer."),
      ofCommissioner("kind", "nhs-england", NOTICE, "Names NHS England as the buyer."),
    ],
  },
  {
    key: "commissioner/nhs-north-east-and-north-cumbria-icb",
    facts: [
      ofCommissioner(
        "name",
        "NHS North East and North Cumbria ICB",
        PAYMENTS,
        'Gives the name behind the code 01H as "NHS North East and North Cumbria ICB - 01H".',
      ),
      ofCommissioner("kind", "icb", PAYMENTS, "Lists it as an integrated care board."),
    ],
  },
];

const contracts: StarterRecord[] = [
  {
    key: "contract/pet-ct-scanning-2015",
    facts: [
      ofContract(
        "type",
        "unknown",
        ARTICLE,
        "Speaks of an NHS England contract and does not say of which type.",
      ),
      ofContract("covers", "PET-CT scanning", NOTICE, 'Titled "PET-CT Services".'),
      ofContract(
        "notice-reference",
        "071254-2025",
        NOTICE,
        "A notice of a contract modification, on Find a Tender.",
      ),
      ofContract(
        "holder",
        provider("alliance-medical"),
        NOTICE,
        "Extends the contract with Alliance Medical Ltd.",
      ),
      ofContract("commissioner", commissioner("nhs-england"), NOTICE, "Names NHS England as the buyer."),
      ofContract(
        "starts-on",
        "2015-04-01",
        CHRISTIE,
        "Says that the scanning network led by Alliance Medical begins on 1 April 2015, with investment over ten years.",
      ),
      ofContract("ends-on", "2028-03-31", NOTICE, "Gives 31 March 2028 as the end date."),
    ],
  },
  ...[
    { code: "A82015", slug: "warwick-road-surgery", nameThen: "Warwick Road Surgery" },
    { code: "A82019", slug: "fusehill-medical-practice", nameThen: "Fusehill Medical Practice" },
  ].map(({ code, slug, nameThen }): StarterRecord => {
    const says = `Lists practice ${code}, then named ${nameThen}, with the contract type GMS.`;
    return {
      key: `contract/gms-${slug}`,
      facts: [
        ofContract("type", "gms", PAYMENTS, says, GMS_PERIOD),
        ofContract("covers", `General practice ${code}, ${nameThen}`, PAYMENTS, says, GMS_PERIOD),
      ],
    };
  }),
];

const places: StarterRecord[] = [
  {
    key: "place/cumberland-infirmary",
    facts: [
      ofPlace("name", "Cumberland Infirmary", ARTICLE, ALLIANCE_RUNS),
      ofPlace("kind", "hospital", HOSPITALS, "Lists the Cumberland Infirmary as a hospital."),
      ofPlace(
        "identifier",
        { scheme: "ods-site", code: "RNN62", from: null, to: null },
        HOSPITALS,
        "Gives the Cumberland Infirmary the code RNN62.",
      ),
      ofPlace(
        "address",
        mainAddress({
          lines: "Newtown Road",
          town: "Carlisle",
          postcode: "CA2 7HY",
          lon: -2.95778,
          lat: 54.8965,
          precision: "site",
        }),
        HOSPITALS,
        "Gives the address and position of the Cumberland Infirmary.",
      ),
    ],
  },
  {
    key: "place/carlisle-nhs-clinic",
    facts: [
      ofPlace("name", "Carlisle NHS Clinic", ARTICLE, '"Carlisle NHS Clinic is another."'),
      ofPlace("kind", "clinic", ARTICLE, "Calls it a clinic."),
      ofPlace(
        "address",
        mainAddress({ town: "Carlisle" }),
        ARTICLE,
        'Counts it among "four places within Carlisle".',
      ),
      ofPlace(
        "address",
        mainAddress({ town: "Carlisle", lon: -2.944, lat: 54.891, precision: "town" }),
        TOWNS,
        "The position of the centre of Carlisle. Where in Carlisle the clinic stands, our sources do not say.",
        { replaces: ARTICLE },
      ),
    ],
  },
  {
    key: "place/warwick-road-surgery",
    facts: [
      ofPlace("name", "Warwick Road Surgery", ARTICLE, SSP_RUNS_BOTH),
      ofPlace(
        "name",
        "Carlisle Central Practice",
        GP_REGISTER,
        "Names practice A82015, at Warwick Road Surgery, Carlisle Central Practice.",
      ),
      ofPlace("kind", "gp-practice", GP_REGISTER, "Lists A82015 as a GP practice."),
      ofPlace(
        "identifier",
        { scheme: "ods-organisation", code: "A82015", from: "1974-04-01", to: null },
        GP_REGISTER,
        "Lists A82015 as open since 1 April 1974 and active.",
      ),
      ofPlace(
        "address",
        mainAddress({
          lines: "Warwick Road Surgery, 65 Warwick Road",
          town: "Carlisle",
          postcode: "CA1 1EB",
        }),
        GP_REGISTER,
        "Gives the address of practice A82015.",
      ),
      ofPlace(
        "address",
        mainAddress({
          lines: "Warwick Road Surgery, 65 Warwick Road",
          town: "Carlisle",
          postcode: "CA1 1EB",
          lon: -2.92849,
          lat: 54.8938,
          precision: "postcode",
        }),
        POSTCODES,
        "Gives the position of the postcode CA1 1EB.",
        { replaces: GP_REGISTER },
      ),
    ],
  },
  {
    key: "place/fusehill-medical-practice",
    facts: [
      ofPlace("name", "Fusehill Medical Practice", ARTICLE, SSP_RUNS_BOTH),
      ofPlace(
        "kind",
        "gp-practice",
        GP_REGISTER,
        "Lists A82019 as a GP practice, with an entry that has ended.",
      ),
      ofPlace(
        "identifier",
        { scheme: "ods-organisation", code: "A82019", from: "1974-04-01", to: "2025-04-30" },
        GP_REGISTER,
        "Lists A82019 as open from 1 April 1974 and closed on 30 April 2025.",
      ),
      ofPlace(
        "address",
        mainAddress({
          lines: "Fusehill Medical Centre, Fusehill Street",
          town: "Carlisle",
          postcode: "CA1 2HE",
        }),
        GP_REGISTER,
        "Gives the address of practice A82019.",
      ),
      ofPlace(
        "address",
        mainAddress({
          lines: "Fusehill Medical Centre, Fusehill Street",
          town: "Carlisle",
          postcode: "CA1 2HE",
          lon: -2.92287,
          lat: 54.89062,
          precision: "postcode",
        }),
        POSTCODES,
        "Gives the position of the postcode CA1 2HE.",
        { replaces: GP_REGISTER },
      ),
    ],
  },
];

const services: StarterRecord[] = [
  {
    key: "service/pet-ct-scanning-at-cumberland-infirmary",
    facts: [
      ofService("name", "PET-CT scanning at Cumberland Infirmary", ARTICLE, ALLIANCE_RUNS),
      ofService("category", "diagnostics-and-scans", ARTICLE, "Speaks of PET-CT scanning."),
      ofService("place", mainAt("cumberland-infirmary"), ARTICLE, ALLIANCE_RUNS),
      ofService(
        "provider",
        provider("alliance-medical"),
        TRUST,
        "Says that a network led by Alliance Medical provides PET-CT scans at the Cumberland Infirmary.",
      ),
      ofService("provider", provider("alliance-medical"), ARTICLE, ALLIANCE_RUNS),
      ofService("commissioner", commissioner("nhs-england"), ARTICLE, ALLIANCE_RUNS),
      ofService(
        "contract",
        contract("pet-ct-scanning-2015"),
        TRUST,
        "Names the Cumberland Infirmary among the 30 locations of the 10-year contract.",
      ),
      ofService("status", "operating", ARTICLE, ALLIANCE_RUNS),
    ],
  },
  {
    key: "service/prosthetics-at-carlisle-nhs-clinic",
    facts: [
      ofService("name", "Prosthetics at Carlisle NHS Clinic", ARTICLE, BLATCHFORD_RUNS),
      ofService(
        "category",
        "prosthetics",
        ARTICLE,
        "Says that Blatchford is known for prosthetics and orthotics.",
      ),
      ofService("place", mainAt("carlisle-nhs-clinic"), ARTICLE, BLATCHFORD_RUNS),
      ofService("provider", provider("blatchford"), ARTICLE, BLATCHFORD_RUNS),
      ofService(
        "serves-area",
        { areaId: areaRef("constituency", "E14001152") },
        ARTICLE,
        'Counts it among "four places within Carlisle". No address is given; the whole of the town is in this constituency.',
      ),
      ofService("status", "operating", ARTICLE, BLATCHFORD_RUNS),
    ],
  },
  {
    key: "service/gp-practice-at-warwick-road-surgery",
    facts: [
      ofService("name", "GP practice at Warwick Road Surgery", ARTICLE, SSP_RUNS_BOTH),
      ofService("category", "gp-practice", ARTICLE, SSP_RUNS_BOTH),
      ofService("place", mainAt("warwick-road-surgery"), ARTICLE, SSP_RUNS_BOTH),
      ofService("provider", provider("ssp-health"), MERGER, MERGER_SAYS),
      ofService("provider", provider("ssp-health"), ARTICLE, SSP_RUNS_BOTH),
      ofService("status", "operating", ARTICLE, SSP_RUNS_BOTH),
      ofService(
        "status",
        "operating",
        GP_REGISTER,
        "Lists practice A82015, at Warwick Road Surgery, as active. It does not say who runs it.",
      ),
      ofService(
        "commissioner",
        commissioner("nhs-north-east-and-north-cumbria-icb"),
        GP_REGISTER,
        "Gives 01H as the commissioner of practice A82015.",
      ),
      ofService(
        "contract",
        contract("gms-warwick-road-surgery"),
        PAYMENTS,
        "Lists practice A82015, then named Warwick Road Surgery, with the contract type GMS.",
        GMS_PERIOD,
      ),
    ],
  },
  {
    key: "service/gp-practice-at-fusehill-medical-practice",
    facts: [
      ofService("name", "GP practice at Fusehill Medical Practice", ARTICLE, SSP_RUNS_BOTH),
      ofService("category", "gp-practice", ARTICLE, SSP_RUNS_BOTH),
      ofService("place", mainAt("fusehill-medical-practice"), ARTICLE, SSP_RUNS_BOTH),
      ofService("provider", provider("ssp-health"), MERGER, MERGER_SAYS),
      ofService("provider", provider("ssp-health"), ARTICLE, SSP_RUNS_BOTH),
      ofService("status", "operating", ARTICLE, SSP_RUNS_BOTH),
      ofService(
        "may-have-ended",
        "register-entry-ended",
        GP_REGISTER,
        "The entry of practice A82019 ended on 30 April 2025. That does not say whether care in the building ended.",
      ),
      ofService(
        "contract",
        contract("gms-fusehill-medical-practice"),
        PAYMENTS,
        "Lists practice A82019, Fusehill Medical Practice, with the contract type GMS.",
        GMS_PERIOD,
      ),
    ],
  },
];

/** The four services in Carlisle that were reported in April 2024, with what registers and notices say about them. */
export const CARLISLE: readonly StarterRecord[] = [...organisations, ...contracts, ...places, ...services];
