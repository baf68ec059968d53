import { and, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";

/** `changedOn` is an ISO day. */
export type PublicPath = { path: string; changedOn: string | null };

/** A sitemap file may name 50,000 addresses. */
const LIMIT = 20_000;

/** Addresses of everything public, without a language. */
export async function listPublicPaths(db: Db): Promise<PublicPath[]> {
  const [ofAreas, ofServices, ofPlaces, ofProviders] = await Promise.all([
    db
      .select({ path: sql<string>`'/areas/' || ${areas.kind}::text || '/' || ${areas.slug}` })
      .from(areas)
      .where(isCurrentArea()),
    db
      .select({ path: sql<string>`'/services/' || ${services.slug}`, changedOn: services.lastConfirmedOn })
      .from(services)
      .where(and(isNamed(services.visibility), placeIsNamed(db), not(namesHiddenProvider(db, services.id))))
      .limit(LIMIT),
    db
      .select({ path: sql<string>`'/places/' || ${places.slug}` })
      .from(places)
      .where(and(isNamed(places.visibility), not(placeNamesHiddenProvider(db, places.id))))
      .limit(LIMIT),
    db
      .select({ path: sql<string>`'/providers/' || ${providers.slug}` })
      .from(providers)
      .where(isNamed(providers.visibility))
      .limit(LIMIT),
  ]);
  const undated = [...ofAreas, ...ofPlaces, ...ofProviders].map(({ path }) => ({ path, changedOn: null }));
  return [...undated, ...ofServices].sort((a, b) => (a.path < b.path ? -1 : 1));
}
