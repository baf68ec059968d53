import { getTranslations } from "next-intl/server";
import { answerShare } from "@/app/api/v1/share/answer-share";
import { dateInWords } from "@/domain/dates/in-words";
import { DEFAULT_LOCALE } from "@/domain/language/locale";
import { notNamedKey } from "@/domain/services/runner";
import { isRunning } from "@/domain/services/running";
import { isErasedAddress } from "@/server/pages/is-erased-address";
import { loadServicePage } from "@/server/pages/load-service-page";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ slug: string }> };

/** What a shared link to a service shows: what it is, who runs it, since when, and when that was last confirmed. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  const page = await loadServicePage(slug);
  if (!page) return answerShare(request, (await isErasedAddress("service", slug)) ? "erased" : undefined);
  const share = await getTranslations({ locale: DEFAULT_LOCALE, namespace: "common.share" });
  const t = await getTranslations({ locale: DEFAULT_LOCALE, namespace: "services" });
  const { service } = page;
  const { startedOn, lastConfirmedOn, status, notCounted, quietIn } = service;
  return answerShare(request, {
    path: `/services/${slug}`,
    title: service.name,
    text: [
      share("runBy", {
        runner: service.provider?.name ?? t(`notNamed.${notNamedKey(service)}`),
        state: isRunning(service)
          ? "running"
          : status !== "operating"
            ? status
            : notCounted === "little-activity"
              ? "quiet"
              : "gone",
        month: quietIn ? dateInWords(quietIn, "en") : "none",
        since: startedOn ? dateInWords(startedOn, "en") : "none",
      }),
      lastConfirmedOn
        ? share("confirmed", { on: dateInWords(lastConfirmedOn.slice(0, 7), "en") })
        : share("neverConfirmed"),
    ].join(" "),
  });
}
