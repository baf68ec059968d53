import { useTranslations } from "next-intl";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/inputs";
import { AUDIT_ACTIONS } from "@/domain/audit/action";
import { type AuditFilter, type AuditFilterProblem, writeAuditFilter } from "@/domain/audit/audit-filter";

type Props = {
  filter: AuditFilter;
  /** What was typed into the two days, also where it is none. */
  typed: Record<AuditFilterProblem, string>;
  problems: readonly AuditFilterProblem[];
  isUnknown: boolean;
};

/** Sifting the audit: a plain form whose answer is an address. */
export function AuditFilterForm({ filter, typed, problems, isUnknown }: Props) {
  const t = useTranslations("moderation.audit");
  const common = useTranslations("common.errors");
  const path = useLocalPath();
  const isSifted = writeAuditFilter(filter) !== "" || problems.length > 0;
  const gap = () => "…";
  const day = (id: AuditFilterProblem, label: string) => (
    <TextInput
      id={id}
      label={label}
      hint={t("filterDayHint")}
      error={problems.includes(id) ? t("filterDayWrong") : undefined}
      errorPrefix={common("prefix")}
      defaultValue={typed[id]}
      maxLength={40}
    />
  );
  return (
    <details open={isSifted || undefined} className="my-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("filterTitle")}</summary>
      <form action={path("/admin/audit")} className="max-w-line space-y-4 border-field border-l-4 pl-4">
        <TextInput
          id="who"
          label={t("filterWho")}
          hint={t("filterWhoHint")}
          defaultValue={filter.who ?? ""}
          maxLength={300}
        />
        <TextInput
          id="about"
          label={t("filterAbout")}
          hint={t("filterAboutHint")}
          error={isUnknown ? t("filterAboutUnknown") : undefined}
          errorPrefix={common("prefix")}
          defaultValue={filter.about ?? ""}
          maxLength={300}
        />
        <Select
          id="action"
          label={t("action")}
          width="full"
          defaultValue={filter.action ?? ""}
          options={[
            { value: "", label: t("anyAction") },
            ...AUDIT_ACTIONS.map((value) => ({
              value,
              label: t.markup(`sentences.${value}`, { who: gap, about: gap }),
            })),
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {day("from", t("filterFrom"))}
          {day("until", t("filterUntil"))}
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button look="secondary">{t("filterShow")}</Button>
          {isSifted ? <LocalLink href="/admin/audit">{t("filterClear")}</LocalLink> : null}
        </div>
      </form>
    </details>
  );
}
