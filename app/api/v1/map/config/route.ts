import { getTranslations } from "next-intl/server";
import { cardWriting } from "@/components/map/live/card-writing";
import type { CardWriting } from "@/components/map/live/live-words";
import { isLocale, type Locale } from "@/domain/language/locale";
import { loadMapConfig } from "@/server/pages/load-map-config";

/** The environment of the running server decides, so the answer must not be frozen into the build. */
export const dynamic = "force-dynamic";

/** Settings of the map; with `?words=en` or `cy` also what the card of a pin is written with, for pages that do not bring it. */
export async function GET(request: Request): Promise<Response> {
  const locale = new URL(request.url).searchParams.get("words");
  const card = locale !== null && isLocale(locale) ? { card: await cardIn(locale) } : null;
  return Response.json(
    { ...loadMapConfig(), ...card },
    { headers: { "cache-control": "public, max-age=300" } },
  );
}

async function cardIn(locale: Locale): Promise<CardWriting> {
  const page = await getTranslations({ locale, namespace: "map.page" });
  const services = await getTranslations({ locale, namespace: "services" });
  return cardWriting(
    (key) => page.raw(key),
    (category) => services(`category.${category}`),
  );
}
