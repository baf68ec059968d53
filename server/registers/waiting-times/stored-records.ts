import type { Db } from "@/db/client";
import { findCurrentAreaCodes } from "@/db/queries/reference";
import {
  findPlacesByCode,
  findPlacesByName,
  findProvidersByName,
  findServicesAtPlaces,
} from "@/db/queries/stored-records";
import type { Classification } from "@/db/reference/provider-classification";
import type { StoredRecords } from "./waiting-drafts";

/** What is in the database already that the extract may speak of. */
export async function findStored(
  db: Db,
  { codes, providers }: Pick<Classification, "codes" | "providers">,
): Promise<StoredRecords> {
  const sites = codes.flatMap(({ code, site }) => (site === undefined ? [] : [{ code, site }]));
  const siteCodes = sites.flatMap(({ code, site }) => [
    code,
    ...(site.registerCode ? [site.registerCode] : []),
  ]);
  const placesByCode = await findPlacesByCode(db, siteCodes);
  const placesByName = await findPlacesByName(
    db,
    sites.map(({ site }) => site.name),
  );
  const placeIds = [...placesByCode, ...placesByName].map(({ placeId }) => placeId);
  return {
    areas: await findCurrentAreaCodes(db),
    placesByCode,
    placesByName,
    providers: await findProvidersByName(
      db,
      Object.values(providers).map(({ name }) => name),
    ),
    services: await findServicesAtPlaces(db, [...new Set(placeIds)]),
  };
}
