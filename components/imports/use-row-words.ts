import { useLocale, useTranslations } from "next-intl";
import { dateInWords } from "@/domain/dates/in-words";
import type { RowChange, RowProblem } from "@/domain/imports/outcome";
import { problemValues } from "@/domain/imports/problem-values";
import type { RowFact } from "@/domain/imports/row-facts";
import { termOf } from "@/domain/imports/row-terms";

/** What rows say and would do, in words: no reader sees the key of a list or the name of a field. */
export function useRowWords() {
  const t = useTranslations("imports");
  const services = useTranslations("services");
  const locale = useLocale();
  type Key = Parameters<typeof services>[0];
  const wordsOf = (field: string, value: string) => {
    const term = termOf(field, value);
    if (term.is === "day") return dateInWords(value, locale);
    return term.is === "word" && services.has(term.key as Key) ? services(term.key as Key) : value;
  };
  const nameOf = (field: string) => {
    const key = `claim.field.${field}` as Key;
    return services.has(key) ? services(key) : field;
  };
  // "status: planned" is said of the newer source.
  const detailOf = ({ code, detail }: RowProblem) => {
    const [, field, value] = code === "source-older" ? (/^([a-z-]+): (.*)$/s.exec(detail) ?? []) : [];
    if (field !== undefined && value !== undefined) return `${nameOf(field)}: ${wordsOf(field, value)}`;
    if (code === "registration-in-doubt") return wordsOf("registration-doubt", detail);
    return code === "not-begun" || code === "tenure-before" ? wordsOf("started-on", detail) : detail;
  };
  const sentence = (problem: RowProblem) =>
    t(`problems.${problem.code}`, problemValues({ ...problem, detail: detailOf(problem) }));
  return {
    sentence,
    problem: (problem: RowProblem) =>
      problem.column === null ? sentence(problem) : `${t(`columns.${problem.column}`)}: ${sentence(problem)}`,
    change: ({ kind, field, from, to }: RowChange) =>
      t(`changes.${kind === "changes" && from === null ? "replaces" : kind}`, {
        field: nameOf(field),
        from: from === null ? "" : wordsOf(field, from),
        to: wordsOf(field, to),
      }),
    factName: ({ name }: RowFact) =>
      name === "area" || name === "position" || name === "former" ? t(`facts.${name}`) : t(`columns.${name}`),
    fact: ({ name, value, standing }: RowFact) => {
      if (value === null) return t("facts.notNamed");
      if (name === "provider-kind" && value === "not-known") return t("row.notKnown");
      const words = wordsOf(name, value);
      return standing === undefined ? words : t(`standing.${standing}`, { value: words });
    },
  };
}
