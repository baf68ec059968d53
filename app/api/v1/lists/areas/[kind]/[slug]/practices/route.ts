import { getTranslations } from "next-intl/server";
import { answerNoRecord } from "@/app/api/v1/answer-no-record";
import { csvAnswer } from "@/app/api/v1/lists/answer-csv";
import { siteOrigin } from "@/env";
import { loadPracticesCsv } from "@/server/pages/load-practices-csv";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ kind: string; slug: string }> };

/** The GP practices behind the sentence of an area's page about who is registered, as CSV. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { kind, slug } = await params;
  const t = await getTranslations({ locale: "en", namespace: "areas.coverage.registered.kinds" });
  const csv = await loadPracticesCsv(
    { kind, slug },
    { kindInWords: (known) => t(known), origin: siteOrigin() },
  );
  if (csv === undefined) return answerNoRecord(null, "There is no such area.");
  return csvAnswer(csv, `nhs-gp-practices-${kind}-${slug}`);
}
