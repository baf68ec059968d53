import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { useDates } from "@/components/layout/date-text";
import type { AnswerPart } from "@/domain/pages/area-answer";
import type { AreaSummary } from "@/domain/pages/area-page";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

type Named = Pick<AreaSummary, "kind" | "nameEn" | "nameCy" | "nation">;

/** An area as it stands inside a sentence: "Carlisle constituency", "the area of NHS …". */
export function useAreaInWords(): (area: Named) => string {
  const t = useTranslations("areas.named");
  const isWelsh = useLocale() === "cy";
  return (area) => t(area.kind, { name: isWelsh && area.nameCy ? area.nameCy : area.nameEn });
}

type Answer = { area: Named; parts: readonly AnswerPart[]; definition?: Definition };

/** What the sentences of an answer need beside their own numbers. */
function useAnswerValues({ area, definition = DEFAULT_DEFINITION }: Answer) {
  const nation = useTranslations("common.nation");
  const inWords = useDates();
  const areaInWords = useAreaInWords();
  const counting = useCountingValue()(definition);
  return ({ values }: AnswerPart) => ({
    ...values,
    area: areaInWords(area),
    counting,
    nation: nation(area.nation),
    on: "on" in values ? inWords(values.on) : "",
    date: "date" in values && values.date ? inWords(values.date) : "none",
    from: "from" in values && values.from ? inWords(values.from) : "none",
    copy: "copy" in values ? inWords(values.copy) : "",
  });
}

/** The answer for an area as plain text, to be quoted. */
export function useAnswerInWords(answer: Answer): string {
  const t = useTranslations("areas.answer");
  const valuesOf = useAnswerValues(answer);
  return answer.parts
    .map((part) => t.markup(part.key, { ...valuesOf(part), name: (chunks) => chunks }))
    .join(" ");
}

/** The answer for an area, sentence by sentence; it says what was counted where that is not the usual. */
export function AnswerText(answer: Answer) {
  const t = useTranslations("areas.answer");
  const valuesOf = useAnswerValues(answer);
  const sentences = answer.parts.map((part): [string, ReactNode] => [
    part.key,
    t.rich(part.key, { ...valuesOf(part), name: (chunks) => <span>{chunks}</span> }),
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
