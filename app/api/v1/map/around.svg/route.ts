import { getTranslations } from "next-intl/server";
import { drawAround } from "@/server/pages/draw-around";
import { findCentre } from "@/server/pages/find-centre";

/** Public records change at any time: whether there is one is asked each time, and only its ground is kept. */
export const dynamic = "force-dynamic";

/** A small map around a record: `?service=` or `?place=` with its slug. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [service, place] = [query.get("service"), query.get("place")];
  const found = service ? await findCentre({ service }) : place ? await findCentre({ place }) : undefined;
  if (!found) return Response.json({ error: "There is no such record with a position." }, { status: 404 });
  const t = await getTranslations({ locale: "en", namespace: "map" });
  const drawn = await drawAround(found.centre, t("aroundAlt", { name: found.name }));
  const headers = {
    "content-type": "image/svg+xml; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag: drawn.etag,
  };
  if (request.headers.get("if-none-match") === drawn.etag)
    return new Response(null, { status: 304, headers });
  return new Response(drawn.text, { headers });
}
