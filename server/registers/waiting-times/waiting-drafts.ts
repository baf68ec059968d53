import {
  type Classification,
  type ClassifiedCode,
  isNhs,
  providerOf,
} from "@/db/reference/provider-classification";
import type { FiledProvider, WaitingTimesTable } from "@/db/reference/waiting-times-table";
import type { ServiceCategory } from "@/domain/services/category";
import type { RecordDraft } from "@/server/records/save-records";
import { sumsByCategory } from "./pathway-sums";
import { type PlaceContext, type StoredPlace, sitePlace } from "./place-drafts";
import {
  type ProviderContext,
  paidForClaims,
  providerDraft,
  providerIdOf,
  withoutPlaceClaims,
} from "./provider-drafts";
import { type ServiceContext, serviceDraft } from "./service-drafts";
import type { Refs } from "./waiting-claims";

/** What the database has already that the extract may speak of. */
export type StoredRecords = {
  areas: readonly { id: string; kind: string; code: string }[];
  placesByCode: readonly (StoredPlace & { code: string })[];
  placesByName: readonly (StoredPlace & { name: string; town: string })[];
  providers: readonly { id: string; name: string }[];
  services: readonly {
    id: string;
    placeId: string | null;
    category: ServiceCategory;
    providerId: string | null;
    sourceKey: string | null;
  }[];
};

type Filed = { code: ClassifiedCode; provider: FiledProvider };

/**
 * All records that the extract speaks of: organisations outside the NHS with their parents, sites with patients,
 * a service for each category there. What was filed without a place of care becomes a fact of its organisation.
 */
export function waitingDrafts(
  table: WaitingTimesTable,
  classification: Classification,
  refs: Refs,
  stored: StoredRecords,
): RecordDraft[] {
  const providers: ProviderContext = { classification, refs, storedProvider: providerFinder(stored) };
  const places: PlaceContext = { refs, ...placeFinders(stored) };
  const areaId = areaFinder(stored);
  const services: ServiceContext = {
    refs,
    period: table.period,
    areaId,
    storedService: serviceFinder(stored),
  };

  const filed = filedOutsideTheNhs(table, classification);
  const drafts: RecordDraft[] = [];
  const withoutPlace = new Map<string, Filed[]>();
  const shown = new Set<string>();
  for (const { code, provider } of filed) {
    const key = code.provider;
    if (code.role !== "site") {
      withoutPlace.set(key, [...(withoutPlace.get(key) ?? []), { code, provider }]);
      continue;
    }
    const categories = sumsByCategory(table, provider);
    if (categories.length === 0) continue;
    const place = sitePlace(code, provider, places);
    const providerId = providerIdOf(key, providers);
    drafts.push(place.draft);
    drafts.push(
      ...categories.map((sums) => serviceDraft(code, sums, place, providerId, provider.healthBody, services)),
    );
    shown.add(key);
  }
  const paid = [...withoutPlace].map(([key, own]) => ({
    key,
    claims: [
      ...withoutPlaceClaims(key, own, table, refs),
      ...paidForClaims(key, own, table, (healthBody) => areaId("icb", healthBody), refs),
    ],
  }));
  const keys = new Set([...shown, ...paid.filter(({ claims }) => claims.length > 0).map(({ key }) => key)]);
  for (const key of withParents(keys, classification)) {
    const draft = providerDraft(key, providers);
    const more = paid.find((one) => one.key === key)?.claims ?? [];
    drafts.push({ ...draft, claims: [...draft.claims, ...more] });
  }
  return drafts;
}

/** Codes of the extract whose organisation is not of the NHS: what the NHS does itself is not outsourced. */
function filedOutsideTheNhs({ providers }: WaitingTimesTable, classification: Classification): Filed[] {
  const filed = new Map(providers.map((provider) => [provider.code, provider]));
  return classification.codes.flatMap((code) => {
    const provider = filed.get(code.code);
    return provider === undefined || isNhs(providerOf(classification, code)) ? [] : { code, provider };
  });
}

function withParents(keys: ReadonlySet<string>, { providers }: Classification): string[] {
  const all = new Set<string>();
  const add = (key: string | undefined) => {
    if (key === undefined || all.has(key)) return;
    add(providers[key]?.parent);
    all.add(key);
  };
  for (const key of keys) add(key);
  return [...all];
}

function areaFinder({ areas }: StoredRecords): ServiceContext["areaId"] {
  const ids = new Map(areas.map(({ id, kind, code }) => [`${kind}/${code}`, id]));
  return (kind, code) => {
    const id = ids.get(`${kind}/${code}`);
    if (id === undefined) throw new Error(`the reference data has no ${kind} ${code}`);
    return id;
  };
}

function providerFinder({ providers }: StoredRecords): ProviderContext["storedProvider"] {
  const ids = new Map(providers.map(({ id, name }) => [name.toLowerCase(), id]));
  return (name) => ids.get(name.toLowerCase());
}

function placeFinders({
  placesByCode,
  placesByName,
}: StoredRecords): Pick<PlaceContext, "storedByCode" | "storedByName"> {
  const byCode = new Map(placesByCode.map((place) => [place.code, place]));
  return {
    storedByCode: (code) => byCode.get(code),
    storedByName: (name, town) => {
      const [one, another] = placesByName.filter(
        (place) =>
          place.name.toLowerCase() === name.toLowerCase() && place.town.toLowerCase() === town.toLowerCase(),
      );
      return another === undefined ? one : undefined;
    },
  };
}

function serviceFinder({ services }: StoredRecords): ServiceContext["storedService"] {
  const byKey = new Map(services.map((one) => [one.sourceKey, one.id]));
  const ids = new Map(services.map((one) => [`${one.placeId}/${one.category}/${one.providerId}`, one.id]));
  return (key, { placeId, category, providerId }) =>
    byKey.get(key) ?? ids.get(`${placeId}/${category}/${providerId}`);
}
