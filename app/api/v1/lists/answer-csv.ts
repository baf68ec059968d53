import { getTranslations } from "next-intl/server";
import { ukToday } from "@/domain/dates/partial-date";
import { DEFAULT_DEFINITION, isFormerPreset, readDefinition } from "@/domain/providers/legal-form";
import { notNamedKey } from "@/domain/services/runner";
import { siteOrigin } from "@/env";
import { type ListOf, loadServicesCsv } from "@/server/pages/load-services-csv";

/** As a public page: a service that is withdrawn is in no kept copy for longer. */
const CACHING = "public, max-age=0, s-maxage=30, must-revalidate";

/**
 * A page's list as a file; `?counting=companies-by-type` under another definition, by its canonical slug.
 * @param name of the file, before the day; slugs alone stand in it.
 */
export async function answerCsv(request: Request, of: ListOf, name: string): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("counting") ?? DEFAULT_DEFINITION;
  const definition = readDefinition(asked);
  if (isFormerPreset(asked))
    return new Response(null, { status: 308, headers: { location: `?counting=${definition}` } });
  if (definition !== asked)
    return Response.json(
      { error: `There is no such definition. The nearest is ${definition}.` },
      { status: 404 },
    );
  const t = await getTranslations({ locale: "en", namespace: "services" });
  const csv = await loadServicesCsv(of, definition, {
    origin: siteOrigin(),
    words: {
      category: ({ category }) => t(`category.${category}`),
      runBy: (row) => row.provider?.name ?? t(`notNamed.${notNamedKey(row)}`),
      kind: ({ kind }) => (kind === null ? "" : t(`providerKind.${kind}`)),
      status: ({ status, mayHaveEnded, isNoLongerListed }) =>
        status === "operating" && mayHaveEnded
          ? t(isNoLongerListed ? "badge.noLongerListed" : "badge.mayHaveEnded")
          : t(`status.${status}`),
    },
  });
  if (csv === undefined)
    return Response.json({ error: "There is no such area or organisation." }, { status: 404 });
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="nhs-services-${name}-${ukToday()}.csv"`,
      "cache-control": CACHING,
    },
  });
}
