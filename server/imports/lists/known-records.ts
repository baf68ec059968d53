import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import {
  findCommissionersForImport,
  findContractTypes,
  findPlacesForImport,
  findProvidersForImport,
  findServicesForImport,
  type Held,
} from "@/db/queries/imports-known";
import { listRegistrations } from "@/db/queries/registrations";
import { type Claim, saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import type { ContractType } from "@/domain/contracts/contract";
import { type KnownService, matchPlace, type PlaceMatch, postcodesOfPlace } from "@/domain/imports/match";
import type { RowDecision, RowProblem } from "@/domain/imports/outcome";
import { matchProvider, type NamedProvider, type ProviderMatch } from "@/domain/imports/provider-match";
import { looseName } from "@/domain/imports/provider-name";
import type { ImportRow } from "@/domain/imports/row";
import { plainName } from "@/domain/names/plain-name";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { isAnotherRunner } from "@/domain/registrations/another-runner";
import { holderInWords } from "@/domain/registrations/said";
import { loadNhsNames } from "@/server/imports/lists/nhs-bodies";
import { erasedText, findErasedTexts } from "@/server/records/erased-marks";

type Named = { id: string; name: string };

/** Everything in the record that the rows of an import may mean, fetched in a handful of statements. */
export type KnownRecords = {
  placeOf: (row: ImportRow) => PlaceMatch;
  /** The place or provider of a row that we hold back, where no public one is meant. */
  heldOf: (row: ImportRow, place: PlaceMatch | null) => RowProblem | null;
  servicesAt: (where: { placeId: string | null; areaId: string | null }) => KnownService[];
  /**
   * @param decision "new-provider" where somebody has looked: it is none of those of a like name.
   * @param before what earlier rows of the list would make.
   */
  providerOf: (
    name: string | null,
    decision: RowDecision,
    before?: readonly NamedProvider[],
  ) => ProviderMatch;
  /** The NHS body that a row names as the provider, as we call it: one that we hold as such. */
  nhsBodyOf: (name: string | null, match: ProviderMatch) => string | null;
  /** Who is registered at the place where the row names somebody else as running general practice: then sources differ. Null where they do not, or did already. */
  registeredToAnother: (row: ImportRow, placeId: string | null, match: ProviderMatch) => string | null;
  commissionerOf: (name: string | null) => Named | null;
  claimsOf: (serviceId: string) => readonly Claim[];
  /** The id of the service's contract of this type. */
  contractOf: (serviceId: string, type: ContractType | null) => string | null;
};

export async function loadKnownRecords(db: Db, rows: readonly ImportRow[]): Promise<KnownRecords> {
  const distinct = (values: readonly (string | null)[]) => [
    ...new Set(values.flatMap((value) => (value === null || value === "" ? [] : [value]))),
  ];
  const found = await findPlacesForImport(db, {
    codes: distinct(rows.map(({ registerCode }) => registerCode)),
    postcodes: distinct(rows.map(({ postcode }) => postcode)),
    names: distinct(rows.map(({ place, postcode }) => (postcode === "" ? plainName(place) : null))),
    unplaced: distinct(rows.map(({ place }) => plainName(place))),
  });
  const places = found.filter(({ isHeld, heldCare }) => !isHeld && heldCare === null);
  const gonePlaces = found.filter(({ heldCare }) => heldCare !== null);
  const heldPlaces = found.filter(({ isHeld }) => isHeld);
  const placesBy = groupBy(places, (place) => [
    ...[...place.codes, ...place.endedCodes.map(({ code }) => code)].map((code) => `code ${code}`),
    `name ${plainName(place.name)}`,
    ...postcodesOfPlace(place).flatMap((postcode) => [
      `at ${postcode}`,
      `both ${postcode} ${plainName(place.name)}`,
    ]),
  ]);
  const at = (key: string) => placesBy.get(key) ?? [];
  const placeOf = (row: ImportRow) => {
    const name = plainName(row.place);
    const coded = at(`code ${row.registerCode}`);
    // Most rows are told by these; the neighbours of a health centre's postcode are looked through only for the others.
    const sure = matchPlace(row, [...new Set([...coded, ...at(`both ${row.postcode} ${name}`)])]);
    if (sure.kind === "same") return sure;
    const near = row.postcode === "" ? [] : at(`at ${row.postcode}`);
    return matchPlace(row, [...new Set([...coded, ...near, ...at(`name ${name}`)])]);
  };
  const matches = new Map(rows.map((row) => [row, row.areaId === null ? placeOf(row) : null]));
  const matched = [...matches.values()];
  const services = await findServicesForImport(db, {
    placeIds: distinct(matched.map((match) => (match?.kind === "same" ? match.place.id : null))),
    areaIds: distinct(rows.map(({ areaId }) => areaId)),
  });
  const servicesBy = groupBy(services, ({ placeId, areaIds }) => [
    ...(placeId === null ? [] : [`place ${placeId}`]),
    ...areaIds.map((id) => `area ${id}`),
  ]);
  const claims = await findClaimsByRecord(
    db,
    "service",
    services.map(({ id }) => id),
  );
  const practices = rows.flatMap((row) => {
    const match = matches.get(row);
    return row.category === "gp-practice" && match?.kind === "same" ? [match.place.id] : [];
  });
  const registrations = await listRegistrations(db, distinct(practices));
  const contractIds = (serviceId: string) =>
    claimsInForce(claims.get(serviceId) ?? []).flatMap(({ field, value }) =>
      field === "contract" && saysSo(value) ? idsIn(value) : [],
    );
  const types = await findContractTypes(db, distinct([...claims.keys()].flatMap(contractIds)));
  const foundProviders = await findProvidersForImport(
    db,
    distinct(rows.map(({ provider }) => provider && looseName(provider))),
  );
  const providersOf = (held: boolean) =>
    groupBy(
      foundProviders.filter(({ isHeld }) => isHeld === held),
      ({ name }) => [looseName(name)],
    );
  const [providers, heldProviders] = [providersOf(false), providersOf(true)];
  const matchIn = (
    list: ReadonlyMap<string, Named[]>,
    name: string | null,
    before: readonly NamedProvider[] = [],
  ) =>
    name === null
      ? ({ kind: "none" } as const)
      : matchProvider(name, [...(list.get(looseName(name)) ?? []), ...before]);
  const isNewProvider = ({ provider }: ImportRow) => matchIn(providers, provider).kind === "none";
  const serviceText = (row: ImportRow) => {
    const match = matches.get(row);
    const provider = matchIn(providers, row.provider);
    const where = match?.kind === "same" ? match.place.id : row.areaId;
    const id = "provider" in provider ? provider.provider.id : null;
    return where === null ? null : erasedText.service(row.category, where, id);
  };
  const erased = await findErasedTexts(
    db,
    rows.flatMap((row) => [...erasedTextsOf(row), serviceText(row) ?? []].flat()),
  );
  const isErased = (text: string | null) => text !== null && erased.has(text);
  const nhs = await loadNhsNames(db);
  const commissioners = byName(
    await findCommissionersForImport(
      db,
      distinct(rows.map(({ commissioner }) => commissioner && plainName(commissioner))),
    ),
  );
  const named = (list: ReadonlyMap<string, Named>) => (name: string | null) =>
    (name !== null && list.get(plainName(name))) || null;
  return {
    placeOf: (row) => matches.get(row) ?? placeOf(row),
    heldOf: (row, place) => {
      // Erased for good: known by a hash of what told it, and by nothing else.
      if (row.provider !== null && isErased(erasedText.provider(row.provider)))
        return { column: "provider", code: "held-back", detail: row.provider };
      if (isErased(serviceText(row)) || (place?.kind === "none" && erasedTextsOf(row).some(isErased)))
        return { column: "place", code: "held-back", detail: row.place };
      if (place?.kind === "none" && matchPlace(row, heldPlaces).kind === "same")
        return { column: "place", code: "held-back", detail: row.place };
      // What was taken off the site before its import was undone: a new place or provider would bring it back.
      const gone = gonePlaces.filter(({ heldCare }) => heldCare?.includes(row.category));
      if (place?.kind === "none" && matchPlace(row, gone).kind === "same")
        return { column: "place", code: "held-back", detail: row.place };
      const here = place?.kind === "same" ? `place ${place.place.id}` : `area ${row.areaId}`;
      if (servicesBy.get(here)?.some((service) => isHeldOf(row, service)) && isNewProvider(row))
        return { column: "provider", code: "held-back", detail: row.provider ?? "" };
      if (matchIn(providers, row.provider).kind !== "none") return null;
      return matchIn(heldProviders, row.provider).kind === "none"
        ? null
        : { column: "provider", code: "held-back", detail: row.provider ?? "" };
    },
    servicesAt: ({ placeId, areaId }) =>
      servicesBy.get(placeId ? `place ${placeId}` : `area ${areaId}`) ?? [],
    providerOf: (name, decision, before) => {
      const match = matchIn(providers, name, before);
      return decision === "new-provider" && match.kind !== "same" ? { kind: "none" } : match;
    },
    nhsBodyOf: (name, match) => {
      const held = "provider" in match && match.provider.row === undefined ? match.provider : null;
      if (held) return nhs.has(held.id) ? held.name : null;
      return name === null ? null : nhs.nameOf(name);
    },
    registeredToAnother: (row, placeId, match) => {
      const latest = registrations.get(placeId ?? "")?.find(({ isLatest }) => isLatest);
      const isRunning = row.category === "gp-practice" && row.status === "operating";
      if (!latest || !isRunning || latest.doubts.includes("another-runner")) return null;
      const held = "provider" in match ? match.provider : null;
      // Registrations are read with names alone: the very same name is the very same organisation here, as it is one in the record.
      const name = held?.name ?? row.provider;
      const holder = latest.provider?.name ?? null;
      const runner = {
        providerId: name && plainName(name),
        providerName: name,
        legalForm:
          foundProviders.find(({ id }) => id === held?.id)?.legalForm ??
          LEGAL_FORMS.find((form) => form === row.providerKind) ??
          null,
      };
      const registered = { form: latest.form, providerId: holder && plainName(holder), name: holder ?? "" };
      if (!isAnotherRunner(runner, registered)) return null;
      return latest.form === "organisation" ? (holder ?? "") : holderInWords({ form: latest.form });
    },
    commissionerOf: named(commissioners),
    claimsOf: (serviceId) => claims.get(serviceId) ?? [],
    contractOf: (serviceId, type) => contractIds(serviceId).find((id) => types.get(id) === type) ?? null,
  };
}

/** By what the place and the provider of a row would be known, had they been erased. */
function erasedTextsOf({ provider, registerCode, place, postcode }: ImportRow): string[] {
  return [
    ...(provider === null ? [] : [erasedText.provider(provider)]),
    ...(registerCode ? [erasedText.code(registerCode)] : []),
    ...(postcode === "" ? [] : [erasedText.place(place, postcode)]),
  ];
}

/** Whether a row means a service that is held back, told by its kind of care and by what runs it is called. */
function isHeldOf(row: ImportRow, service: KnownService & Held): boolean {
  const called = service.providerName;
  return (
    service.isHeld &&
    service.category === row.category &&
    called !== null &&
    row.provider !== null &&
    looseName(called) === looseName(row.provider)
  );
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const held = groups.get(key);
      if (held) held.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The oldest of each name. */
function byName(list: readonly Named[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const one of list) if (!names.has(plainName(one.name))) names.set(plainName(one.name), one);
  return names;
}
