import { getTranslations } from "next-intl/server";
import { answerShare } from "@/app/api/v1/share/answer-share";
import { dateInWords } from "@/domain/dates/in-words";
import { DEFAULT_LOCALE } from "@/domain/language/locale";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { isErasedAddress } from "@/server/pages/is-erased-address";
import { loadProviderPage } from "@/server/pages/load-provider-page";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ slug: string }> };

/** What a shared link to an organisation shows: its name, how many services, and the sentence of its page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  const page = await loadProviderPage(slug, DEFAULT_DEFINITION);
  if (!page) return answerShare(request, (await isErasedAddress("provider", slug)) ? "erased" : undefined);
  const share = await getTranslations({ locale: DEFAULT_LOCALE, namespace: "common.share" });
  const t = await getTranslations({ locale: DEFAULT_LOCALE, namespace: "providers" });
  const { provider, counts, today } = page;
  const { services, places } = counts;
  return answerShare(request, {
    path: `/providers/${slug}`,
    title: provider.name,
    text: t("summary", {
      services,
      places,
      counting: "all",
      name: provider.name,
      on: dateInWords(today, "en"),
    }),
    number:
      services > 0
        ? { value: services.toLocaleString("en-GB"), of: share("services", { services }) }
        : undefined,
  });
}
