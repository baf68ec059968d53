import { getTranslations } from "next-intl/server";
import { askedDefinition } from "@/app/api/v1/asked-definition";
import { isLocale } from "@/domain/language/locale";
import { mayBePostcode } from "@/domain/look-up/may-be-postcode";
import { readMapAddress } from "@/domain/map/map-address";
import { loadAreaCounts } from "@/server/pages/load-map-page";
import { typedAreaChoices } from "@/server/pages/map-page-choices";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

/** As long as a cached page may be kept by others. */
const CACHING = "public, max-age=30, must-revalidate";

/**
 * What a typed name of an area can mean (`where`), and how many services each would leave: the query of the map as its form is filled in,
 * with `counting` and `words` (`en`, `cy`). What can be the beginning of a postcode is answered with nothing, as if it were no name.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const definition = askedDefinition(query);
  if (definition instanceof Response) return definition;
  const locale = query.get("words");
  const address = readMapAddress(`?${query}`);
  const t = await getTranslations({ locale: isLocale(locale) ? locale : "en", namespace: "areas.kind" });
  const where = address.where ?? "";
  const { choices } = mayBePostcode(where)
    ? { choices: [] }
    : typedAreaChoices(where, await loadAreaCounts(address, definition), t);
  return Response.json(choices, { headers: { "cache-control": CACHING } });
}
