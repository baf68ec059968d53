import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { KNOWN_ROUGHLY } from "@/domain/look-up/problem";

/**
 * For those whose postcode led here and is known only by its neighbourhood: the fragment of the address shows it. A browser
 * sends no fragment, so the page is the same for everybody and can be kept.
 */
export function KnownRoughly() {
  const t = useTranslations("look-up.roughly");
  return (
    <div id={KNOWN_ROUGHLY} className="mb-6 hidden scroll-mt-[50rem] target:block">
      <Notice title={t("title")}>
        <p>{t("text")}</p>
      </Notice>
    </div>
  );
}
