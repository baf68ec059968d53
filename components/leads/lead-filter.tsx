import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/inputs";
import { localPath } from "@/domain/language/locale";
import type { LeadArea } from "@/domain/places/lead";

/** Chooses the health body whose practices are shown: a plain GET form. */
export function LeadFilter({
  healthBodies,
  healthBody,
}: {
  healthBodies: readonly LeadArea[];
  healthBody: LeadArea | null;
}) {
  const t = useTranslations("leads.filter");
  const locale = useLocale();
  return (
    <form method="get" action={localPath(locale, "/leads")} className="flex flex-wrap items-end gap-4">
      <Select
        id="area"
        label={t("label")}
        defaultValue={healthBody?.slug ?? ""}
        options={[
          { value: "", label: t("all") },
          ...healthBodies.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <Button look="secondary">{t("button")}</Button>
    </form>
  );
}
