import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import type { DecisionVerdict, FieldVerdict, ReportPart } from "@/domain/reports/proposal";

export type DecisionShown = {
  id: string;
  verdict: DecisionVerdict;
  reason: string;
  decidedAt: Date;
  fields: readonly {
    field: ReportPart;
    verdict: FieldVerdict;
    comment: string;
    answer: string | null;
  }[];
};

/** Every decision with its reason and what was said of each part; newest last, as they were made. */
export function DecisionList({
  decisions,
  isAuthor = false,
}: {
  decisions: readonly DecisionShown[];
  /** Whether whoever wrote the answers reads them. */
  isAuthor?: boolean;
}) {
  const t = useTranslations("reports");
  const format = useMoments();
  return (
    <ol className="space-y-6">
      {decisions.map(({ id, verdict, reason, decidedAt, fields }) => (
        <li key={id} className="max-w-line border-ink border-l-4 pl-4">
          <h3 className="text-xl">
            {t("one.decidedOn", {
              verdict: t(`one.verdict.${verdict}`),
              date: format.day(decidedAt),
            })}
          </h3>
          <p className="mt-1 whitespace-pre-line">{reason}</p>
          {fields.some(({ comment, verdict: part }) => comment !== "" || part !== "accept") ? (
            <>
              <p className="mt-2 font-semibold">{t("one.comments")}</p>
              <ul className="list-disc pl-5">
                {fields.map(({ field, verdict: part, comment, answer }) => (
                  <li key={field}>
                    {t(`fields.${field}`)}: {t(`one.fieldVerdict.${part}`)}
                    {comment ? `. ${comment}` : ""}
                    {answer ? (
                      <span className="block whitespace-pre-line">
                        {t(isAuthor ? "answers.yours" : "answers.authors", { answer })}
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
