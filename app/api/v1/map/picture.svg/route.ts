import { getTranslations } from "next-intl/server";
import { drawHomePicture } from "@/server/pages/draw-home-picture";

/** Public records change at any time; the answer is kept in memory by `drawHomePicture`, not by the build. */
export const dynamic = "force-dynamic";

/** The country with a dot where services are: what the front page shows on a phone in place of the map. */
export async function GET(request: Request): Promise<Response> {
  const t = await getTranslations({ locale: "en", namespace: "home" });
  const drawn = await drawHomePicture(t("mapLabel"));
  const headers = {
    "content-type": "image/svg+xml; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag: drawn.etag,
  };
  if (request.headers.get("if-none-match") === drawn.etag)
    return new Response(null, { status: 304, headers });
  return new Response(drawn.text, { headers });
}
