import { type Db, getDb } from "@/db/client";
import { listPublicNames, type PublicName } from "@/db/queries/public-names";
import { NameIndex } from "@/domain/search/name-index";
import type { Indexed } from "@/domain/search/name-index-parts";
import { PROVIDER_WEIGHT, placeWeight, SERVICE_WEIGHT } from "@/domain/search/weight";
import { knownPublication } from "@/server/http/publication";

type Kept = { publication: number; index: NameIndex<PublicName> };
type State = { kept?: Kept; making?: Promise<Kept> };

// Next bundles this module more than once in one process; all copies share one index.
const shared = globalThis as unknown as Record<symbol, State | undefined>;
const key = Symbol.for("nhs-map.public-names");

const HINTS = { place: "", service: "service", provider: "company organisation provider" } as const;

/**
 * The index of the places, services and providers of the newest publication this process has heard of. The number is
 * compared at every call, and an older index is never used: a name that was withdrawn is not suggested once more. Many
 * callers wait for the same query.
 * @throws DatabaseUnavailableError
 */
export async function publicNames(db?: Db): Promise<Kept> {
  shared[key] ??= {};
  const state = shared[key];
  for (;;) {
    if (state.kept && state.kept.publication >= knownPublication()) return state.kept;
    state.making ??= make(db ?? getDb()).finally(() => {
      state.making = undefined;
    });
    state.kept = await state.making;
  }
}

/** The same without waiting, or null where it has to be made first. */
export function readyPublicNames(): Kept | null {
  const kept = shared[key]?.kept;
  return kept && kept.publication >= knownPublication() ? kept : null;
}

async function make(db: Db): Promise<Kept> {
  const publication = knownPublication(); // before the rows are read: what comes meanwhile is made anew
  return { publication, index: indexOf(await listPublicNames(db)) };
}

/** For tests and benchmarks too, which have rows of their own. */
export function indexOf(names: readonly PublicName[]): NameIndex<PublicName> {
  return new NameIndex(names.map(entryOf));
}

function entryOf(found: PublicName): Indexed<PublicName> {
  const { kind, name, nameCy, town, placeKind } = found;
  const weight =
    kind === "provider" ? PROVIDER_WEIGHT : kind === "service" ? SERVICE_WEIGHT : placeWeight(placeKind);
  const hints = [HINTS[kind], town ?? ""].filter((hint) => hint !== "");
  return { item: found, names: nameCy === null ? [name] : [name, nameCy], hints, weight };
}
