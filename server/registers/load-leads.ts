import type { Db } from "@/db/client";
import { findCodesWeHave, listAreasOfPlaces, listPlacesOfCodes } from "@/db/queries/register-places";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import type { Lead, LeadArea, LeadsPageData } from "@/domain/places/lead";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { leadsInForce } from "./leads-in-force";
import { paymentsTitle } from "./payments-title";

/**
 * The practices on APMS contracts of which nobody has said who holds them, with the places and areas they are at.
 * @param healthBodySlug an integrated care board to show alone; one that no lead lies in shows all.
 * @throws NotAllowedError for visitors: a list of practices to look at is no publication.
 */
export async function loadLeads(db: Db, actor: AnyActor, healthBodySlug: string): Promise<LeadsPageData> {
  if (!hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  const { year, leads: all } = await leadsInForce(db);
  const codes = all.map(({ code }) => code);
  const [places, weHave] = await Promise.all([listPlacesOfCodes(db, codes), findCodesWeHave(db, codes)]);
  const placeOf = new Map(places.map((place) => [place.code, place]));
  // A practice that is off the site is none of today's, and its entry has not ended.
  const leads = all.filter(({ code }) => placeOf.has(code) || !weHave.has(code));
  const areas = await areasByPlace(
    db,
    places.map(({ id }) => id),
  );
  const placed = leads.flatMap(({ code, name }) => {
    const place = placeOf.get(code);
    if (!place) return [];
    const { slug, name: placeName, nameCy, isKnown } = place;
    const lead: Lead = { code, name, place: { slug, name: placeName, nameCy }, ...areas(place.id) };
    return [{ ...lead, isKnown }];
  });
  const healthBodies = distinct(placed.flatMap(({ healthBody }) => healthBody ?? []));
  const healthBody = healthBodies.find(({ slug }) => slug === healthBodySlug) ?? null;
  const shown = placed.filter((lead) => healthBody === null || lead.healthBody?.slug === healthBody.slug);
  const { publisher, sourceUrl: url } = DATASETS["gp-payments"];
  return {
    year,
    source: { title: paymentsTitle(year), publisher, url },
    total: leads.length,
    leads: shown
      .filter(({ isKnown }) => !isKnown)
      .map(({ isKnown: _, ...lead }) => lead)
      .sort((a, b) => a.place.name.localeCompare(b.place.name, "en")),
    known: shown.filter(({ isKnown }) => isKnown).length,
    ended: healthBody === null ? leads.filter(({ code }) => !placeOf.has(code)) : [],
    healthBodies,
    healthBody,
  };
}

async function areasByPlace(db: Db, placeIds: readonly string[]) {
  const rows = await listAreasOfPlaces(db, placeIds);
  const byKey = new Map(rows.map((row) => [`${row.placeId} ${row.kind}`, row]));
  const find = (placeId: string, kind: "constituency" | "icb"): LeadArea | null => {
    const row = byKey.get(`${placeId} ${kind}`);
    return row ? { slug: row.slug, name: row.nameEn, nameCy: row.nameCy } : null;
  };
  return (placeId: string) => ({
    constituency: find(placeId, "constituency"),
    healthBody: find(placeId, "icb"),
  });
}

function distinct(areas: readonly LeadArea[]): LeadArea[] {
  const bySlug = new Map(areas.map((area) => [area.slug, area]));
  return [...bySlug.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
