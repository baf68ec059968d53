import type { ClassifiedCode } from "@/db/reference/provider-classification";
import type { FiledProvider } from "@/db/reference/waiting-times-table";
import { starterId } from "@/db/seed/starter/starter-id";
import type { AddressValue } from "@/domain/claims/claim";
import { slugOf } from "@/domain/records/slug";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { findPostcode } from "@/server/reference/find-postcode";
import { claimMaker, type Refs } from "./waiting-claims";
import { EXTRACT } from "./waiting-sources";

/** A place that is stored: found by a code, or by its name and town. */
export type StoredPlace = {
  placeId: string;
  addressKey: string;
  /** What brought it: its row of the extract, a register, or null for a report or a list. */
  sourceKey: string | null;
};

export type PlaceContext = {
  refs: Refs;
  storedByCode: (code: string) => StoredPlace | undefined;
  storedByName: (name: string, town: string) => StoredPlace | undefined;
};

type Site = NonNullable<ClassifiedCode["site"]>;
/** `isPlaced` is false where nothing better than a town in its name says where it is. */
export type SitePlace = StoredPlace & { draft: RecordDraft; isPlaced: boolean };

const MAIN = "main";

/**
 * The place of a site. One that a register has under its code, or under the code that we matched by hand, or that is
 * stored under the same name in the same town, gets what the extract adds; any other is new.
 */
export function sitePlace(code: ClassifiedCode, filed: FiledProvider, context: PlaceContext): SitePlace {
  const { site } = code;
  if (site === undefined) throw new Error(`${code.code} is no site`);
  const { storedByCode, storedByName } = context;
  const stored =
    storedByCode(code.code) ??
    (site.registerCode === undefined ? undefined : storedByCode(site.registerCode)) ??
    (site.town === null ? undefined : storedByName(site.name, site.town));
  const claim = claimMaker("place", recordKey(code), context.refs);
  const named = `Lists it as ${code.name} (${code.code}).`;
  const identifier = { scheme: schemeOf(code.code), code: code.code, from: null, to: null };
  const claims: ClaimDraft[] = [];
  if (stored === undefined || storedByCode(code.code) === undefined) {
    const why = site.registerWhy === undefined ? named : `${named} ${site.registerWhy}`;
    claims.push(claim("identifier", identifier, EXTRACT, why));
  }
  if (stored === undefined || site.renamed === true) claims.push(claim("name", site.name, EXTRACT, named));
  if (stored !== undefined) {
    // A later review can know the address of a place that an earlier one only had a town of.
    if (stored.sourceKey === recordKey(code)) {
      const { value, source, says } = addressOf(site, filed);
      claims.push(claim("address", value, source, says));
    }
    const draft: RecordDraft = { recordType: "place", recordId: stored.placeId, claims };
    return { ...stored, draft, isPlaced: isPlacedByAnybody(code, context) };
  }
  claims.push(claim("kind", /\bHOSPITAL\b/.test(code.name) ? "hospital" : "clinic", EXTRACT, named));
  const { value, source, says } = addressOf(site, filed);
  claims.push(claim("address", value, source, says));
  const placeId = starterId(recordKey(code));
  const create = { slug: slugOf(site.name), visibility: "published", sourceKey: recordKey(code) } as const;
  const draft: RecordDraft = { recordType: "place", recordId: placeId, create, claims };
  return {
    placeId,
    addressKey: MAIN,
    sourceKey: create.sourceKey,
    draft,
    isPlaced: value.precision === "postcode",
  };
}

/** A stored place that this load made is known no better than its row of the classification says. */
function isPlacedByAnybody(code: ClassifiedCode, { storedByCode }: PlaceContext): boolean {
  const isOurs = storedByCode(code.code)?.sourceKey === recordKey(code);
  return !isOurs || code.site?.postcode !== undefined;
}

const recordKey = ({ code }: ClassifiedCode) => `place/waiting-times/${code}`;

/** Codes of three characters are organisations', longer ones sites'. */
function schemeOf(code: string): "ods-organisation" | "ods-site" {
  return code.length === 3 ? "ods-organisation" : "ods-site";
}

function addressOf(site: Site, { town: middle }: FiledProvider) {
  const { name, lines = "", town, postcode = "", addressSource, addressWhy } = site;
  const why = addressWhy === undefined ? "" : `${addressWhy} `;
  const empty: AddressValue = {
    key: MAIN,
    lines,
    // A town in a name is not one that a source says it is in: see `loadAreaAssigner`.
    town: addressSource === undefined ? "" : (town ?? ""),
    postcode: "",
    lon: null,
    lat: null,
    precision: null,
  };
  const found = postcode === "" ? null : findPostcode(postcode);
  if (found?.status === "found" && addressSource !== undefined) {
    const value: AddressValue = { ...empty, postcode, lon: found.lon, lat: found.lat, precision: "postcode" };
    return { value, source: addressSource, says: `${why}Gives the address: ${lines}, ${town}, ${postcode}.` };
  }
  if (middle === null) {
    return {
      value: empty,
      source: EXTRACT,
      says: `Gives no address of ${name}, and no town that can be placed.`,
    };
  }
  const { lon, lat, from } = middle;
  const value: AddressValue = { ...empty, lon, lat, precision: "town" };
  if (addressSource !== undefined) {
    const where = [lines, town].filter((part) => part !== "").join(", ");
    return {
      value,
      source: addressSource,
      says: `Says that it is at ${where}; drawn at the middle of ${town}.`,
    };
  }
  return {
    value,
    source: from,
    says: `The middle of ${town}, which ${name} is named after: no address.`,
  };
}
