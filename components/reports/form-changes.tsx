import { useMessages, useTranslations } from "next-intl";
import { useChangeWords } from "@/components/reports/change-value";
import { labelOf } from "@/components/reports/report-form-words";
import type { FormChange } from "@/domain/reports/form-changes";

/** What a report's form says that it did not say before, field by field, in words and with both values. */
export function FormChanges({ changes }: { changes: readonly FormChange[] }) {
  const t = useTranslations("reports.changed");
  const { reports } = useMessages();
  const words = useChangeWords();
  const text: Record<string, string> = { ...reports.new, ...reports.change.form };
  const nameOf = (field: string) => {
    const label = labelOf(text, field).replace(/\?$/, "");
    const [kind, index] = field.split(".");
    return kind === "sources" ? t("source", { number: Number(index) + 1, part: label }) : label;
  };
  return (
    <ul className="max-w-line list-disc space-y-1 pl-5">
      {changes.map(({ field, before, after }) => {
        const [was, is] = [words(before), words(after)];
        const values = { name: nameOf(field), was: was ?? "", is: is ?? "" };
        return (
          <li key={field} className="whitespace-pre-line break-words">
            {was === null ? t("added", values) : is === null ? t("removed", values) : t("replaced", values)}
          </li>
        );
      })}
    </ul>
  );
}
