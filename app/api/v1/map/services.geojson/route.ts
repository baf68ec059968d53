import { getTranslations } from "next-intl/server";
import { answerNoRecord } from "@/app/api/v1/answer-no-record";
import { askedDefinition } from "@/app/api/v1/asked-definition";
import { type PinCollection, type PinFeature, pinStatusOf } from "@/domain/map/pin";
import { isApproximate } from "@/domain/places/place";
import { notNamedKey } from "@/domain/services/runner";
import { loadPins } from "@/server/pages/load-pins";
import type { PinnedService } from "@/server/pages/pinned-service";

/** Public records change at any time; the answer is kept in memory by `loadPins`, not by the build. */
export const dynamic = "force-dynamic";

/**
 * The map's pins as GeoJSON (RFC 7946); `?area=constituency/carlisle` gives those of one area, with `&around=yes` also what
 * its page lists beside them,
 * `?provider=ssp-health` those of one organisation and its group, `&counting=companies-by-type` those that count under
 * another definition, by its canonical slug.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const definition = askedDefinition(query);
  if (definition instanceof Response) return definition;
  const around = query.get("around") === "yes";
  const asking = { area: query.get("area"), provider: query.get("provider"), around, definition };
  const t = await getTranslations({ locale: "en", namespace: "services" });
  const toFeature = (service: PinnedService): PinFeature => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [service.position.lon, service.position.lat] },
    properties: {
      slug: service.slug,
      name: service.name,
      category: service.category,
      categoryLabel: t(`category.${service.category}`),
      runBy: service.provider?.name ?? t(`notNamed.${notNamedKey(service)}`),
      status: pinStatusOf(service),
      mayHaveEnded: service.mayHaveEnded && pinStatusOf(service) === "operating",
      disputed: service.visibility === "disputed",
      approximate: isApproximate(service.position.precision),
      place: service.place.name,
    },
  });
  const body = await loadPins(asking, (services) => {
    const collection: PinCollection = { type: "FeatureCollection", features: services.map(toFeature) };
    return JSON.stringify(collection);
  });
  if (!body) {
    const entry = asking.provider === null ? null : ({ type: "provider", slug: asking.provider } as const);
    return answerNoRecord(entry, "There is no such area or organisation.");
  }
  const headers = {
    "content-type": "application/geo+json; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag: body.etag,
  };
  if (request.headers.get("if-none-match") === body.etag) return new Response(null, { status: 304, headers });
  return new Response(body.text, { headers });
}
