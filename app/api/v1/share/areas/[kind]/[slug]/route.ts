import { getTranslations } from "next-intl/server";
import { areaMetadata } from "@/app/[locale]/(public)/areas/[kind]/[slug]/area-metadata";
import { answerShare } from "@/app/api/v1/share/answer-share";
import { OUTLINE_BOX } from "@/components/layout/share-card";
import { DEFAULT_LOCALE } from "@/domain/language/locale";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { outlinePath } from "@/server/pages/outline-path";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ kind: string; slug: string }> };

/** What a shared link to an area shows: its name, its outline, how many, and the sentence of its page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { kind, slug } = await params;
  const page = await loadAreaPage(kind, slug, DEFAULT_DEFINITION);
  if (!page) return answerShare(request, undefined);
  const t = await getTranslations({ locale: DEFAULT_LOCALE, namespace: "common.share" });
  const { area, counts } = page;
  const { description } = await areaMetadata(DEFAULT_LOCALE, page);
  return answerShare(request, {
    path: `/areas/${kind}/${slug}`,
    title: area.nameEn,
    text: description ?? "",
    number:
      counts.services > 0
        ? { value: counts.services.toLocaleString("en-GB"), of: t("services", { services: counts.services }) }
        : undefined,
    outline: outlinePath(area.kind, area.code, OUTLINE_BOX),
  });
}
