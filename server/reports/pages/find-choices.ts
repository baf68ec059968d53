import type { Db } from "@/db/client";
import {
  findPlacesLike,
  findPlacesOfServices,
  findProviderByName,
  findProvidersToChoose,
  findPublicPlace,
  findPublicPlacesBySlugs,
  type PublicPlace,
} from "@/db/queries/report-records";
import { parsePostcode } from "@/domain/postcodes/postcode";
import { FORMER_NAMES } from "@/domain/providers/former-names";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { formatPostcode } from "@/domain/reports/postcode-text";
import { isUuid } from "@/domain/uuid";
import { findAlikeProviders } from "@/server/reports/publishing/alike-providers";
import { findRecordsLike } from "@/server/search/find-records";

/** As many as one screen of a telephone shows without much scrolling. */
const MOST = 6;

export type PlaceChoice = Pick<PublicPlace, "id" | "name" | "kind" | "town" | "postcode">;
export type ProviderChoice = {
  name: string;
  /** The organisation to whose group it belongs. */
  group: string | null;
  /** What it was called before, or whom it took over from. */
  formerly: readonly string[];
};

/**
 * Places that what was typed may mean: those at the postcode; else those called so and those where a service is, because a practice goes
 * on under the name of a branch that the registers have no more; and only where there is none, those called nearly so. Likeliest first.
 */
export async function findPlaceChoices(db: Db, form: ReportFormValues): Promise<PlaceChoice[]> {
  const { placeName: name = "", postcode = "" } = form;
  if (postcode !== "") return findPlacesLike(db, { name, postcode: formatPostcode(postcode) });
  if (name.trim() === "") return [];
  const slugsOf = async (kind: "place" | "service", manner: "strict" | "loose") =>
    (await findRecordsLike({ kind, query: name, limit: MOST, manners: [manner] }, db)).map(
      ({ slug }) => slug,
    );
  const called = await findPublicPlacesBySlugs(db, await slugsOf("place", "strict"));
  const ofServices = await findPlacesOfServices(db, await slugsOf("service", "strict"));
  const known = new Map([...called, ...ofServices].map((place) => [place.id, place]));
  if (known.size > 0) return [...known.values()].slice(0, MOST);
  return findPublicPlacesBySlugs(db, await slugsOf("place", "loose"));
}

/** The same of one box, into which a name or a postcode is typed. */
export function findPlacesTyped(db: Db, typed: string): Promise<PlaceChoice[]> {
  const isPostcode = parsePostcode(typed).kind === "unit";
  return findPlaceChoices(db, isPostcode ? { postcode: typed } : { placeName: typed });
}

/** One that was chosen; undefined where it may not be named any more. */
export async function findChosenPlace(db: Db, id: string): Promise<PlaceChoice | undefined> {
  return isUuid(id) ? findPublicPlace(db, id) : undefined;
}

/** Organisations that a typed name may mean; none where one is called exactly so, because that is the one. */
export async function findProviderChoices(db: Db, name: string): Promise<ProviderChoice[]> {
  if (name.trim() === "" || (await findProviderByName(db, name))) return [];
  const [alike, found] = await Promise.all([
    findAlikeProviders(db, name),
    findRecordsLike({ kind: "provider", query: name, limit: MOST }, db),
  ]);
  const slugs = [...new Set([...alike, ...found].map(({ slug }) => slug))].slice(0, MOST);
  const rows = await findProvidersToChoose(db, slugs);
  return rows.map(({ slug, name: known, group }) => ({
    name: known,
    group,
    formerly: (FORMER_NAMES[slug] ?? []).map((former) => former.name),
  }));
}
