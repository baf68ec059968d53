import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";

export default function NotFound() {
  const t = useTranslations("common.errors");
  return (
    <>
      <PageTitle intro={t("notFound")}>{t("notFoundTitle")}</PageTitle>
      <LocalLink href="/" className="inline-block py-2">
        {t("home")}
      </LocalLink>
    </>
  );
}
