import { getTranslations } from "next-intl/server";
import { notNamedKey } from "@/domain/services/runner";
import { mapData } from "@/server/pages/map-data";
import { mapFileAnswer } from "@/server/pages/map-file-answer";

/** Public records change at any time; the files are kept in memory by `mapData`, not by the build. */
export const dynamic = "force-dynamic";

/** A slug has no more; words that are searched for are cut at less. */
const LONGEST = 200;

type Params = { params: Promise<{ hash: string; part: string }> };

/** The pins, the facts that filters ask for, details by the page, and the rows that have words in their names. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const q = new URL(request.url).searchParams.get("q")?.slice(0, LONGEST) ?? "";
  const t = await getTranslations({ locale: "en", namespace: "services" });
  return mapFileAnswer(await mapData(), { ...(await params), q }, (row) => t(`notNamed.${notNamedKey(row)}`));
}
