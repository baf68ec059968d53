import { getTranslations } from "next-intl/server";
import { askedDefinition } from "@/app/api/v1/asked-definition";
import { readMapArea } from "@/domain/map/map-address";
import { notNamedKey } from "@/domain/services/runner";
import { mapData } from "@/server/pages/map-data";
import { mapFileAnswer } from "@/server/pages/map-file-answer";
import { keptRowsAround } from "@/server/pages/rows-around";

/** Public records change at any time; the files are kept in memory by `mapData`, not by the build. */
export const dynamic = "force-dynamic";

/** A slug has no more; words that are searched for are cut at less. */
const LONGEST = 200;

type Params = { params: Promise<{ hash: string; part: string }> };

/**
 * The pins, the facts that filters ask for, details by the page, and the rows that have words in their names or that the page of an
 * area lists around it (`around?q=constituency/carlisle&counting=…`).
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const q = query.get("q")?.slice(0, LONGEST) ?? "";
  const definition = askedDefinition(query);
  if (definition instanceof Response) return definition;
  const t = await getTranslations({ locale: "en", namespace: "services" });
  const data = await mapData();
  const asked = { ...(await params), q };
  const area = asked.part === "around" && asked.hash === data.files.hash ? readMapArea(q) : null;
  const around = area && (await keptRowsAround(data, area, definition));
  return mapFileAnswer(data, asked, (row) => t(`notNamed.${notNamedKey(row)}`), around);
}
