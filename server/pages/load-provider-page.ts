import { type Db, getDb } from "@/db/client";
import { countByArea } from "@/db/queries/bodies-of-services";
import { findClaimsOf } from "@/db/queries/claims";
import { findRecordNames, listChanges, listSourcedClaims } from "@/db/queries/claims-read";
import { listDisputes } from "@/db/queries/complaints";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { findProvider, listGroupMembers } from "@/db/queries/providers";
import { listRegisteredTo } from "@/db/queries/registered-to";
import { listServicesOfProviders } from "@/db/queries/services";
import { HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { hideDisputes, hideQuotes, hideReasons, hideText } from "@/domain/claims/hide-quotes";
import { addUpNumbers, addUpPayers } from "@/domain/claims/provider-numbers";
import { idsIn, readClaims } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";
import { countServices } from "@/domain/figures/count";
import { unknownBeside } from "@/domain/figures/unknown-beside";
import type { ProviderPageData } from "@/domain/pages/place-page";
import { countsAs, type Definition, isListedUnder } from "@/domain/providers/legal-form";
import { whyCounted } from "@/domain/providers/why-counted";
import { isRunning } from "@/domain/services/running";

/** One organisation, what it runs and every claim about it. Undefined where there is nothing public. */
export async function loadProviderPage(
  slug: string,
  definition: Definition,
  db: Db = getDb(),
): Promise<ProviderPageData | undefined> {
  const provider = await findProvider(db, slug);
  if (!provider) return undefined;
  const members = await listGroupMembers(db, provider.id);
  const [all, claims, changes, practices] = await Promise.all([
    listServicesOfProviders(db, [provider.id, ...members.map(({ id }) => id)]),
    listSourcedClaims(db, "provider", [provider.id]),
    listChanges(db, "provider", [provider.id]),
    listRegisteredTo(db, [provider.id]),
  ]);
  const services = all.filter(({ kind }) => isListedUnder(kind, definition));
  const ofServices = await findClaimsOf(
    db,
    "service",
    services.filter(({ slug: page }) => page !== null).map(({ id }) => id),
  );
  const counted = services.filter((service) => isRunning(service) && countsAs(service.kind, definition));
  const listed = [provider, ...members].filter(({ kind }) => isListedUnder(kind, definition));
  const ofProviders = await findClaimsOf(
    db,
    "provider",
    listed.map(({ id }) => id),
  );
  const counts = [...ofServices, ...ofProviders];
  const payers = addUpPayers(counts);
  const pointedAt = [...claims.flatMap((claim) => idsIn(claim.value)), ...payers.map(({ areaId }) => areaId)];
  const [names, hidden, bodies] = await Promise.all([
    findRecordNames(db, pointedAt),
    findHiddenNames(db, pointedAt),
    countByArea(
      db,
      counted.map(({ id }) => id),
      HEALTH_BODY_KINDS,
    ),
  ]);
  const about = { about: hideText(provider.about, hidden), owners: hideText(provider.owners, hidden) };
  return {
    provider: { ...provider, ...about },
    members,
    services,
    practices,
    why: whyCounted({ ...provider, practices: practices.length }),
    leftOut: all.length - services.length,
    unknown: unknownBeside(all, definition),
    bodies,
    numbers: addUpNumbers(counts),
    payers,
    counts: countServices(all, definition),
    today: ukToday(),
    claims: hideQuotes(readClaims(claims), hidden),
    names,
    changes: hideReasons(changes, hidden),
    disputes: hideDisputes(await listDisputes(db, "provider", provider.id), hidden),
  };
}
