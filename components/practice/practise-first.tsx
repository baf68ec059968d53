import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { Notice } from "@/components/ui/notice";

/** For whoever has not finished the practice queue: what is to be done before a report can be decided or reviewed. */
export function PractiseFirst() {
  const t = useTranslations("moderation.practice");
  return (
    <Notice tone="important" title={t("firstTitle")}>
      <p>{t("first")}</p>
      <p>
        <LocalLink href="/moderation/practice">{t("firstLink")}</LocalLink>
      </p>
    </Notice>
  );
}
