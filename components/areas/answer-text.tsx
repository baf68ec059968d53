import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/layout/date-text";
import type { AnswerPart } from "@/domain/areas/answer";
import type { AreaSummary } from "@/domain/areas/area-page";

type Named = Pick<AreaSummary, "kind" | "nameEn" | "nameCy" | "nation">;

/** An area as it stands inside a sentence: "Carlisle constituency", "the area of NHS …". */
export function useAreaInWords(): (area: Named) => string {
  const t = useTranslations("areas.named");
  const isWelsh = useLocale() === "cy";
  return (area) => t(area.kind, { name: isWelsh && area.nameCy ? area.nameCy : area.nameEn });
}

/** The answer for an area, sentence by sentence. */
export function AnswerText({ area, parts }: { area: Named; parts: readonly AnswerPart[] }) {
  const t = useTranslations("areas.answer");
  const nation = useTranslations("common.nation");
  const inWords = useDates();
  const areaInWords = useAreaInWords();
  const sentences = parts.map(({ key, values }): [string, ReactNode] => [
    key,
    t.rich(key, {
      ...values,
      area: areaInWords(area),
      nation: nation(area.nation),
      date: "date" in values && values.date ? inWords(values.date) : "none",
      name: (chunks) => <span>{chunks}</span>,
    }),
  ]);
  return (
    <>
      {sentences.map(([key, sentence], index) => (
        <span key={key}>
          {index > 0 ? " " : null}
          {sentence}
        </span>
      ))}
    </>
  );
}
