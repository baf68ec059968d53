import type { Db } from "@/db/client";
import { findProvidersForImport } from "@/db/queries/imports-known";
import { findProviderByName, findPublicProvider, type KnownName } from "@/db/queries/report-records";
import { looseName } from "@/domain/imports/provider-name";

/** So many are offered: more of one name say that somebody has to merge them first. */
const MOST = 5;

/**
 * Providers that we have and that a report may mean by a name which none of them bears: but for spaces, its country and what it
 * is in law it is theirs ("Spa Medica", "SpaMedica UK Ltd"). None where one bears the very name.
 */
export async function findAlikeProviders(db: Db, name: string): Promise<KnownName[]> {
  if (looseName(name) === "" || (await findProviderByName(db, name))) return [];
  const found = await findProvidersForImport(db, [looseName(name)]);
  const ids = [...new Set(found.flatMap(({ id, isHeld }) => (isHeld ? [] : [id])))].slice(0, MOST);
  const known = await Promise.all(ids.map((id) => findPublicProvider(db, id)));
  return known.filter((one) => one !== undefined);
}
