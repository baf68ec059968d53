import { getTranslations } from "next-intl/server";
import { answerNoRecord } from "@/app/api/v1/answer-no-record";
import { askedDefinition } from "@/app/api/v1/asked-definition";
import { dateInWords } from "@/domain/dates/in-words";
import { ukToday } from "@/domain/dates/partial-date";
import type { ServiceRow } from "@/domain/figures/service-row";
import { notNamedKey } from "@/domain/services/runner";
import { statusKey } from "@/domain/services/status-key";
import { siteOrigin } from "@/env";
import { type ListOf, loadServicesCsv } from "@/server/pages/load-services-csv";

/** As a public page: a service that is withdrawn is in no kept copy for longer. */
const CACHING = "public, max-age=0, s-maxage=30, must-revalidate";

function monthOf({ quietIn, listedCentreOn }: ServiceRow): string {
  const month = quietIn ?? listedCentreOn?.slice(0, 7);
  return month ? dateInWords(month, "en") : "";
}

/**
 * A page's list as a file; `?counting=companies-by-type` under another definition, by its canonical slug.
 * @param name of the file, before the day; slugs alone stand in it.
 */
export async function answerCsv(request: Request, of: ListOf, name: string): Promise<Response> {
  const definition = askedDefinition(new URL(request.url).searchParams);
  if (definition instanceof Response) return definition;
  const t = await getTranslations({ locale: "en", namespace: "services" });
  const csv = await loadServicesCsv(of, definition, {
    origin: siteOrigin(),
    words: {
      category: ({ category }) => t(`category.${category}`),
      runBy: (row) => row.provider?.name ?? t(`notNamed.${notNamedKey(row)}`),
      kind: ({ kind }) => (kind === null ? "" : t(`providerKind.${kind}`)),
      status: (row) => t(statusKey(row), { month: monthOf(row) }),
    },
  });
  if (csv === undefined) {
    const entry = "provider" in of ? ({ type: "provider", slug: of.provider } as const) : null;
    return answerNoRecord(entry, "There is no such area or organisation.");
  }
  return csvAnswer(csv, `nhs-services-${name}`);
}

/** A file of public rows. @param name of the file, before the day; slugs alone stand in it. */
export function csvAnswer(csv: string, name: string): Response {
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}-${ukToday()}.csv"`,
      "cache-control": CACHING,
    },
  });
}
