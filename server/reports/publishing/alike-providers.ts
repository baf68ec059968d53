import type { Db } from "@/db/client";
import { findProvidersForImport } from "@/db/queries/imports-known";
import {
  findProviderByName,
  findProvidersByNames,
  findPublicProviders,
  type KnownName,
} from "@/db/queries/report-records";
import { looseName } from "@/domain/imports/provider-name";
import { writtenName } from "@/domain/names/plain-name";

/**
 * Who is meant by each of these names: the provider that bears it, else the first of those alike. Names that nobody bears are not there.
 */
export async function findProvidersMeant(db: Db, names: readonly string[]): Promise<Map<string, KnownName>> {
  const borne = await findProvidersByNames(db, names);
  const open = names.filter((name) => !borne.has(writtenName(name)) && looseName(name) !== "");
  const alike =
    open.length === 0
      ? []
      : (await findProvidersForImport(db, open.map(looseName))).filter(({ isHeld }) => !isHeld);
  const shown = await findPublicProviders(
    db,
    alike.map(({ id }) => id),
  );
  const meant = new Map<string, KnownName>();
  for (const name of names) {
    const first = alike.find(({ id, loose }) => loose === looseName(name) && shown.has(id));
    const known = borne.get(writtenName(name)) ?? (first && shown.get(first.id));
    if (known) meant.set(name, known);
  }
  return meant;
}

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
  const shown = await findPublicProviders(db, ids);
  return ids.flatMap((id) => shown.get(id) ?? []);
}
