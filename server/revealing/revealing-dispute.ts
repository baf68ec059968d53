import type { Db } from "@/db/client";
import {
  findRunner,
  listAreaOnlyServices,
  listSaidOfServices,
  listServedAreas,
} from "@/db/queries/revealing";
import type { DisputedType } from "@/domain/complaints/complaint";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { type RevealingFinder, revealingFinder } from "@/domain/services/revealing/revealing-words";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";
import { NOWHERE } from "@/domain/services/revealing/where";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { revealingChecker } from "@/server/revealing/revealing-checker";

/** A public entry that somebody disputes. */
export type DisputedEntry = { type: DisputedType; id: string; slug: string | null; name: string };

/**
 * What words beside a public entry would tell of care that is shown by area only. The page of a place, or of a service with a
 * place, may not speak of such care at all; beside a provider of it, or where the words speak of it, no place may be told. The
 * names that the page bears anyway count for nothing.
 * @returns the words; empty where they tell nothing.
 */
export async function revealingInDispute(db: Db, entry: DisputedEntry, says: string): Promise<string[]> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const runner =
    entry.type === "provider" ? entry : entry.type === "service" ? await findRunner(db, entry.id) : undefined;
  const sensitive = sensitiveWords(without(says, [entry.name, runner?.name ?? ""]), isAreaOnly);
  if (sensitive !== null && entry.type !== "provider") return [sensitive];
  const ofRunner = runner?.slug
    ? (await listAreaOnlyServices(db, SERVICE_CATEGORIES.filter(isAreaOnly))).filter(
        ({ provider }) => provider?.slug === runner.slug,
      )
    : [];
  if (sensitive === null && ofRunner.length === 0) return [];
  const finders: RevealingFinder[] = [revealingFinder({ ...NOWHERE, providerName: runner?.name ?? "" })];
  // A service's page tells its own place; its provider's other places it may not.
  if (entry.type === "provider")
    finders.push(
      ...(await findersOf(
        db,
        ofRunner.map(({ id }) => id),
      )),
    );
  const hits = finders.flatMap((find) => find([{ field: "says", text: says }]));
  return [...new Set(hits.map(({ start, end }) => says.slice(start, end)))];
}

/** For each of these services one that knows where it is, as far as a report said, and its area. */
async function findersOf(db: Db, serviceIds: readonly string[]): Promise<RevealingFinder[]> {
  const [areas, said] = [await listServedAreas(db, serviceIds), await listSaidOfServices(db, serviceIds)];
  const finderOf = revealingChecker(db);
  const finders: RevealingFinder[] = [];
  for (const id of serviceIds) {
    const proposal = said.find(
      (one) => one.serviceId === id && one.proposal?.kind === "new-service",
    )?.proposal;
    const own = areas.filter(({ serviceId }) => serviceId === id);
    finders.push(await finderOf(proposal?.kind === "new-service" ? proposal : null, own));
  }
  return finders;
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const escaped = name.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return escaped === "" ? rest : rest.replace(new RegExp(escaped, "giu"), " ");
  }, text);
}
