import { getTranslations } from "next-intl/server";
import { answerNoRecord } from "@/app/api/v1/answer-no-record";
import { askedDefinition } from "@/app/api/v1/asked-definition";
import type { Definition } from "@/domain/providers/legal-form";
import { drawArea } from "@/server/pages/draw-area";
import { drawAround } from "@/server/pages/draw-around";
import { drawProvider } from "@/server/pages/draw-provider";
import { findCentre } from "@/server/pages/find-centre";
import { findPinsOfArea } from "@/server/pages/find-pins-of-area";
import { findPinsOfProvider } from "@/server/pages/find-pins-of-provider";

/** Public records change at any time: whether there is one is asked each time, and only its ground is kept. */
export const dynamic = "force-dynamic";

/** A small map around a record: `?service=` or `?place=` with its slug; or of an area or an organisation: `?area=kind/slug`, `?provider=`, `&counting=` for another definition. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [service, place] = [query.get("service"), query.get("place")];
  const [area, provider] = [query.get("area"), query.get("provider")];
  const definition = askedDefinition(query);
  if (definition instanceof Response) return definition;
  if (area) return answer(request, await ofArea(area, definition), null);
  if (provider)
    return answer(request, await ofProvider(provider, definition), { type: "provider", slug: provider });
  const found = service ? await findCentre({ service }) : place ? await findCentre({ place }) : undefined;
  const t = await getTranslations({ locale: "en", namespace: "map" });
  const drawn = found && (await drawAround(found.centre, t("aroundAlt", { name: found.name })));
  return answer(request, drawn, service ? { type: "service", slug: service } : placeOf(place));
}

async function ofArea(asked: string, definition: Definition): Promise<Drawn | undefined> {
  const [kind = "", slug = ""] = asked.split("/");
  const found = await findPinsOfArea(kind, slug, definition);
  if (!found) return undefined;
  const t = await getTranslations({ locale: "en", namespace: "areas.page" });
  return drawArea(found.area, found.pins, t("mapLabel", { area: found.area.nameEn })) ?? undefined;
}

async function ofProvider(slug: string, definition: Definition): Promise<Drawn | undefined> {
  const pins = await findPinsOfProvider(slug, definition);
  const { provider, groups } = pins[0] ?? {};
  const name = [provider, ...(groups ?? [])].find((one) => one?.slug === slug)?.name;
  if (name === undefined) return undefined;
  const t = await getTranslations({ locale: "en", namespace: "providers" });
  return drawProvider(pins, t("mapLabel", { name })) ?? undefined;
}

type Drawn = { text: string; etag: string };

function placeOf(slug: string | null): Asked {
  return slug === null ? null : { type: "place", slug };
}

type Asked = Parameters<typeof answerNoRecord>[0];

async function answer(request: Request, drawn: Drawn | undefined, asked: Asked): Promise<Response> {
  if (!drawn) return answerNoRecord(asked, "There is no such record with a position.");
  const headers = {
    "content-type": "image/svg+xml; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag: drawn.etag,
  };
  if (request.headers.get("if-none-match") === drawn.etag)
    return new Response(null, { status: 304, headers });
  return new Response(drawn.text, { headers });
}
