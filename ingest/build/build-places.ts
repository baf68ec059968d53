import type { PostcodeTable } from "@/db/reference/postcode-table";
import { type SameHospital, sameHospitals } from "@/db/reference/same-hospitals";
import type { PlaceParent, RegisterPlace } from "@/domain/places/register-place";
import type { DiagnosticCentre } from "@/ingest/community-diagnostic-centres";
import { hospitalName } from "@/ingest/hospital-name";
import type { NhsukHospital } from "@/ingest/nhsuk-hospitals";
import type { OdsOrganisation } from "@/ingest/ods-organisations";
import { isCounty, splitAddress } from "@/ingest/postal-town";
import { properName } from "@/ingest/proper-case";
import { IngestRefusal } from "@/ingest/refusal";
import { groupHospitals } from "./group-hospitals";
import { type PositionNote, registerPositionOf, writtenPostcode } from "./register-positions";
import { earlierCodes, plainRegisterName } from "./same-place";

/** What a register became, and how its positions came about. */
export type Built = { places: RegisterPlace[]; positions: Record<PositionNote, number>; outside: number };

/** Every active GP practice of the register, under all the codes it had. */
export function buildPractices(entries: readonly OdsOrganisation[], table: PostcodeTable): Built {
  const practices = entries.filter(({ isGpPractice }) => isGpPractice);
  const active = practices.filter(({ status }) => status === "A");
  const earlier = earlierCodes(
    active,
    practices.filter(({ status, closedOn }) => status === "C" && closedOn !== null),
  );
  return built(active, table, (entry) => ({
    key: `ods/${entry.code}`,
    register: "gp-practices",
    kind: "gp-practice",
    name: properName(entry.name),
    identifiers: identifiersOf(entry, earlier),
    address: { ...splitAddress(entry.addressLines), postcode: entry.postcode },
    own: null,
    parents: [],
    // Q99 is all of Wales, which has health boards: their codes are not in this register.
    healthBodyCode: entry.healthBodyCode === "Q99" ? null : entry.healthBodyCode,
  }));
}

/**
 * Entries that stand at another hospital's address ("C/O John Radcliffe Hospital"): no patient would look for the University
 * Hospital of Wales in Oxford.
 */
export function isCareOf({ addressLines }: NhsukHospital): boolean {
  return addressLines.some((line) => /^c\/o\b/i.test(line));
}

/**
 * Every hospital; one that several organisations are listed at is one place with a site code for each.
 * @param same the reviewed pairs of entries that are one hospital under two names.
 */
export function buildHospitals(
  hospitals: readonly NhsukHospital[],
  trustCodes: ReadonlySet<string>,
  table: PostcodeTable,
  same: readonly SameHospital[] = sameHospitals(),
): Built & { merged: number; careOf: number } {
  const listed = hospitals.filter((hospital) => !isCareOf(hospital));
  const groups = groupHospitals(listed, same);
  const result = built([...groups.values()], table, ([first, ...others]) => {
    if (!first) throw new Error("a group of hospitals has one");
    const name = hospitalName(first);
    return {
      key: `ods-site/${first.code}`,
      register: "hospitals",
      kind: "hospital",
      name,
      identifiers: [first, ...others].map(({ code }) => ({ scheme: "ods-site", code, from: null, to: null })),
      address: { ...hospitalAddress(first), postcode: first.postcode },
      own: first,
      parents: distinctParents([first, ...others], trustCodes),
      healthBodyCode: null,
    };
  });
  return { ...result, merged: listed.length - groups.size, careOf: hospitals.length - listed.length };
}

/** Every community diagnostic centre, a place of its own also where it stands in a hospital: others may run it. */
export function buildCentres(centres: readonly DiagnosticCentre[], table: PostcodeTable): Built {
  return built(centres, table, (centre) => ({
    key: `cdc/${centre.name}`,
    register: "diagnostic-centres",
    kind: "diagnostic-centre",
    name: centre.name,
    identifiers: [{ scheme: "cdc-list", code: centre.name, from: null, to: null }],
    address: { lines: "", town: centre.town, postcode: centre.postcode },
    own: centre,
    ownPrecision: "postcode",
    parents: [],
    healthBodyCode: null,
  }));
}

/**
 * The head office of every open trust, under all the codes the trust had. It is the address of an organisation: a place of
 * its own also where it stands in a hospital, because a trust has many hospitals and its code names none of them.
 * @throws IngestRefusal for an entry that is no trust's, such as a file of practices.
 */
export function buildTrusts(entries: readonly OdsOrganisation[], table: PostcodeTable): Built {
  const stranger = entries.find(({ code, name }) => !TRUST_CODE.test(code) || !/\bTRUST\b/i.test(name));
  if (stranger) {
    throw new IngestRefusal("NHS trusts", `"${stranger.name}" (${stranger.code}) is not an NHS trust`);
  }
  const open = entries.filter(({ closedOn }) => closedOn === null);
  const earlier = earlierCodes(
    open,
    entries.filter(({ closedOn }) => closedOn !== null),
  );
  return built(open, table, (entry) => ({
    key: `ods/${entry.code}`,
    register: "nhs-trusts",
    kind: "trust-headquarters",
    name: properName(entry.name),
    identifiers: identifiersOf(entry, earlier),
    address: { ...splitAddress(entry.addressLines), postcode: entry.postcode },
    own: null,
    parents: [],
    healthBodyCode: null,
  }));
}

/** Three letters and figures, or five since 2024 ("G6V2S"); a practice has six. */
const TRUST_CODE = /^([A-Z0-9]{3}|[A-Z0-9]{5})$/;

/** The entry's own code first, then those it had before. */
function identifiersOf(
  entry: OdsOrganisation,
  earlier: ReadonlyMap<string, OdsOrganisation[]>,
): RegisterPlace["identifiers"] {
  return [entry, ...(earlier.get(entry.code) ?? [])].map(({ code, openedOn, closedOn }) => ({
    scheme: "ods-organisation",
    code,
    from: openedOn,
    to: closedOn,
  }));
}

/** All trusts have such a code, and nobody else. */
const TRUST_PARENT = /^[RT][A-Z0-9]{2}$/;

/** By the parent, never by the file's Sector column; trusts of a kind that the register lacks are known by their name. */
export function sectorOf(
  { parentCode, parentName }: Pick<NhsukHospital, "parentCode" | "parentName">,
  trustCodes: ReadonlySet<string>,
): PlaceParent["sector"] {
  return trustCodes.has(parentCode) || TRUST_PARENT.test(parentCode) || /\bNHS\b.*\bTrust\b/i.test(parentName)
    ? "nhs"
    : "not-a-trust";
}

function distinctParents(hospitals: readonly NhsukHospital[], trusts: ReadonlySet<string>): PlaceParent[] {
  const byCode = new Map(
    hospitals.map((hospital) => [
      hospital.parentCode,
      { code: hospital.parentCode, name: hospital.parentName, sector: sectorOf(hospital, trusts) },
    ]),
  );
  return [...byCode.values()];
}

/** Where the register has no town, or a county in its place, the last line says it. */
function hospitalAddress({ addressLines, town }: NhsukHospital): { lines: string; town: string } {
  if (town === "" || isCounty(town)) return splitAddress([...addressLines, ...(town === "" ? [] : [town])]);
  return { lines: addressLines.map(properName).join(", "), town: properName(town) };
}

/** The parts of an address that say something new: no name or town again, nothing twice, no telephone number. */
export function withoutRepeats(lines: string, said: readonly string[]): string {
  const seen = new Set(said.map(plainRegisterName));
  const parts = lines.split(", ").filter((part) => {
    const plain = plainRegisterName(part);
    if (plain === "" || seen.has(plain) || /\d{6}/.test(part)) return false;
    seen.add(plain);
    return true;
  });
  return parts.join(", ");
}

type Draft = Omit<RegisterPlace, "address"> & {
  address: Pick<RegisterPlace["address"], "lines" | "town" | "postcode">;
  own: { lon: number | null; lat: number | null } | null;
  ownPrecision?: "site" | "postcode";
};

function built<Row>(rows: readonly Row[], table: PostcodeTable, toDraft: (row: Row) => Draft): Built {
  const positions = { register: 0, postcode: 0, swapped: 0, far: 0, unchecked: 0, sector: 0, none: 0 };
  let outside = 0;
  const places = rows.flatMap((row) => {
    const { own, ownPrecision = "site", address, ...place } = toDraft(row);
    const postcode = writtenPostcode(address.postcode);
    if (postcode === null) {
      outside += 1;
      return [];
    }
    const lines = withoutRepeats(address.lines, [place.name, address.town]);
    const { note, ...position } = registerPositionOf(table, postcode, own, ownPrecision);
    positions[note] += 1;
    return [{ ...place, address: { ...address, lines, postcode, ...position } }];
  });
  return { places, positions, outside };
}
