import { getTranslations } from "next-intl/server";
import { answerShare } from "@/app/api/v1/share/answer-share";
import { OUTLINE_BOX } from "@/components/layout/share-card";
import { DEFAULT_LOCALE } from "@/domain/language/locale";
import { countryPath } from "@/server/pages/outline-path";

/** The site's address is known when the server runs, not when it is built. */
export const dynamic = "force-dynamic";

/** What a shared link to any other page shows. */
export async function GET(request: Request): Promise<Response> {
  const t = await getTranslations({ locale: DEFAULT_LOCALE, namespace: "common" });
  return answerShare(request, {
    path: "/",
    title: t("siteName"),
    text: t("siteDescription"),
    outline: countryPath(OUTLINE_BOX),
  });
}
