import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { LookUpBox } from "@/components/look-up/look-up-box";

/**
 * What a page returns when it has nothing to show. The mark in its head makes the answer a 404 (cache-handler.mjs):
 * Next's `notFound()` would send an empty document that needs a script to be filled.
 * @param props.hasLookUp whether the look-up box is on it
 */
export function NotFoundPage({ hasLookUp = true }: { hasLookUp?: boolean }) {
  const t = useTranslations("common.errors");
  return (
    <>
      <meta name="page-status" content="404" />
      <PageTitle intro={t(hasLookUp ? "notFound" : "notFoundShort")}>{t("notFoundTitle")}</PageTitle>
      {hasLookUp ? <LookUpBox /> : null}
      <p className="mt-6">
        <LocalLink href="/" className="inline-block py-2">
          {t("home")}
        </LocalLink>
      </p>
    </>
  );
}
