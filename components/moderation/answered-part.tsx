import { useTranslations } from "next-intl";
import type { FieldVerdict } from "@/domain/reports/proposal";

type Part = { verdict: FieldVerdict; comment: string; answer: string | null };

/** What was asked of a part before, and what its author answered; nothing where nothing was asked. */
export function AnsweredPart({ part }: { part: Part | undefined }) {
  const t = useTranslations("reports.answers");
  if (!part || (part.verdict !== "ask" && part.comment === "" && part.answer === null)) return null;
  return (
    <dl className="mt-3 space-y-2 border-accent border-l-4 pl-4">
      <div>
        <dt className="font-semibold">{t("asked")}</dt>
        <dd className="whitespace-pre-line break-words">{part.comment || t("askedBare")}</dd>
      </div>
      <div>
        <dt className="font-semibold">{t("answer")}</dt>
        <dd className="whitespace-pre-line break-words">{part.answer ?? t("noAnswer")}</dd>
      </div>
    </dl>
  );
}
