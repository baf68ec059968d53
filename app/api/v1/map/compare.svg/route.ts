import { getTranslations } from "next-intl/server";
import { askedDefinition } from "@/app/api/v1/asked-definition";
import { NATIONS } from "@/domain/areas/area";
import { isOneOf } from "@/domain/lists/is-one-of";
import { COMPARISON_MAPS, type ComparisonMap, drawComparisonMap } from "@/server/pages/draw-comparison-map";

/** Public records change at any time; the answer is kept in memory by `drawComparisonMap`, not by the build. */
export const dynamic = "force-dynamic";

/** Areas of a nation compared, as a picture: `?by=waits`, `practices-of-bodies` or `practices-of-councils`, perhaps `&in=` and `&counting=`. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const definition = askedDefinition(query);
  if (definition instanceof Response) return definition;
  const asked = query.get("by") ?? "waits";
  if (!isMap(asked)) {
    const error = `"by" is one of: ${Object.keys(COMPARISON_MAPS).join(", ")}.`;
    return Response.json({ error }, { status: 400 });
  }
  const nation = query.get("in") ?? "england";
  if (!isOneOf(NATIONS, nation)) {
    const error = `"in" is one of: ${NATIONS.join(", ")}.`;
    return Response.json({ error }, { status: 400 });
  }
  const t = await getTranslations({ locale: "en", namespace: "share-of-care.like.map" });
  const nations = await getTranslations({ locale: "en", namespace: "common.nation" });
  const drawn = await drawComparisonMap(asked, nation, definition, {
    title: t(`title.${asked}`, { nation: nations(nation) }),
    waits: (name, { low, high }) => t(low === high ? "waits" : "waitsRange", { name, low, high }),
    practices: (name, { practices, outsourced, notKnown }) =>
      t("practices", { name, practices, outsourced, notKnown }),
    cannotSay: (name) => t("cannotSay", { name }),
  });
  const headers = {
    "content-type": "image/svg+xml; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag: drawn.etag,
  };
  if (request.headers.get("if-none-match") === drawn.etag)
    return new Response(null, { status: 304, headers });
  return new Response(drawn.text, { headers });
}

function isMap(text: string): text is ComparisonMap {
  return Object.hasOwn(COMPARISON_MAPS, text);
}
