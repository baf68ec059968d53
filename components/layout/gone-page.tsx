import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";

/** What the address of an entry that was erased answers: 410, by the mark (as `NotFoundPage`), and what was there is not said. */
export function GonePage() {
  const t = useTranslations("common.errors");
  return (
    <>
      <meta name="page-status" content="410" />
      <PageTitle intro={t("gone")}>{t("goneTitle")}</PageTitle>
      <p className="mt-6">
        <LocalLink href="/about/corrections" className="inline-block py-2">
          {t("goneLink")}
        </LocalLink>
      </p>
      <p>
        <LocalLink href="/" className="inline-block py-2">
          {t("home")}
        </LocalLink>
      </p>
    </>
  );
}
