import type { Db } from "@/db/client";
import { findMergedNames, namesOfProvider } from "@/db/queries/provider-names";
import { findPublicPlace, type KnownName } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import { formatPostcode } from "@/domain/reports/postcode-text";
import { isServingArea } from "@/domain/reports/serves-area";
import { storedPoint } from "@/domain/reports/typed-point";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { codesIn } from "@/domain/twins/codes-in";
import type { TwinFacts } from "@/domain/twins/score-twin";
import { isUuid } from "@/domain/uuid";
import { findPostcode } from "@/server/reference/find-postcode";
import { findProvidersMeant } from "@/server/reports/publishing/alike-providers";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";

/** A form of a new service, filled in as far as it is, or what was sent: fields by their names. */
export type SaidOfService = Readonly<Record<string, unknown>>;

/** What a report says of its service, with what we know of the place and the provider that it names. */
export async function findTwinFacts(db: Db, said: SaidOfService): Promise<TwinFacts> {
  const facts = await twinFactsSaid(db, said);
  const place = facts.placeId === null ? undefined : await findPublicPlace(db, facts.placeId);
  const { postcode, town, name } = place ?? { postcode: facts.postcode, town: facts.town, name: null };
  const [typed] = facts.providerNames;
  const provider = typed === undefined ? undefined : await findKnownProvider(db, typed);
  return {
    ...facts,
    placeId: place?.id ?? null,
    placeName: name ?? facts.placeName,
    town,
    postcode,
    point: (place ? null : facts.point) ?? pointOf(postcode),
    providerId: provider?.id ?? null,
    providerNames: provider
      ? [...facts.providerNames, ...namesOfProvider(provider.slug, [provider.name, ...provider.mergedNames])]
      : facts.providerNames,
  };
}

/** The same by what it says alone: for many at once. */
export async function twinFactsSaid(db: Db, said: SaidOfService): Promise<TwinFacts> {
  const text = (field: string) => {
    const value = said[field];
    return typeof value === "string" ? value.trim() : "";
  };
  const category = SERVICE_CATEGORIES.find((known) => known === said.category) ?? null;
  const placeId = isUuid(said.placeId) ? said.placeId : null;
  const [point, areaId] = [text("point"), text("areaId")];
  const where = { placeId, town: text("town"), postcode: formatPostcode(text("postcode")) };
  const isServing = category !== null && isServingArea({ category, placeId, areaId });
  const provider = said.naming === "not-named" ? "" : text("providerName");
  return {
    ...where,
    category,
    codes: codesIn(`${text("placeName")} ${text("addressLines")}`),
    placeName: text("placeName"),
    point: storedPoint(point) ?? pointOf(where.postcode),
    areaId: isServing ? await findAreaServed(db, { ...where, point, areaId }) : null,
    providerId: null,
    providerNames: provider === "" ? [] : [provider],
  };
}

async function findKnownProvider(
  db: Db,
  name: string,
): Promise<(KnownName & { mergedNames: string[] }) | undefined> {
  const known = (await findProvidersMeant(db, [name])).get(name);
  return known && { ...known, mergedNames: await findMergedNames(db, known.id) };
}

function pointOf(postcode: string): TwinFacts["point"] {
  const found = postcode === "" ? null : findPostcode(postcode);
  if (found?.status !== "found" || found.precision === "small-area") return null;
  return { lon: found.lon, lat: found.lat };
}

/** The area that care serves which comes to its patients; null where it cannot be told from the address. */
async function findAreaServed(
  db: Db,
  where: Parameters<typeof findHealthBodyOfAddress>[1],
): Promise<string | null> {
  try {
    return (await findHealthBodyOfAddress(db, where)).id;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
