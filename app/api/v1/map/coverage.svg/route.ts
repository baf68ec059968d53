import { getTranslations } from "next-intl/server";
import { COVERAGE_MAPS, type CoverageMapKey, drawCoverageMap } from "@/server/pages/draw-coverage-map";

/** Public records change at any time; the answer is kept in memory by `drawCoverageMap`, not by the build. */
export const dynamic = "force-dynamic";

/** How much was looked at, as a picture; `?areas=constituencies` draws those instead of the health bodies. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("areas") ?? "health-bodies";
  if (!isMap(asked)) {
    const error = `"areas" is one of: ${Object.keys(COVERAGE_MAPS).join(", ")}.`;
    return Response.json({ error }, { status: 400 });
  }
  const t = await getTranslations({ locale: "en", namespace: "areas.coverage.page" });
  const drawn = await drawCoverageMap(asked, {
    title: t("title"),
    area: (name, known, checked) => t("mapArea", { name, known, checked }),
    areaUnknown: (name) => t("mapUnknown", { name }),
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

function isMap(text: string): text is CoverageMapKey {
  return Object.hasOwn(COVERAGE_MAPS, text);
}
