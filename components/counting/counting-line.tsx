import { useLocale, useTranslations } from "next-intl";
import { CountingForm } from "@/components/counting/counting-form";
import { definitionInWords, kindsInWords } from "@/components/counting/definition-in-words";
import { UnknownKinds } from "@/components/counting/unknown-kinds";
import { LocalLink } from "@/components/layout/local-link";
import { countingPath } from "@/domain/figures/counting-path";
import type { UnknownBeside } from "@/domain/figures/unknown-beside";
import { localPath } from "@/domain/language/locale";
import { DEFAULT_DEFINITION, type Definition, isChosen } from "@/domain/providers/legal-form";

/**
 * What the page counts, what that leaves out, and the way to count something else, on the same page.
 * @param path of the page, without language and definition; the map's has the query of what it was asked for.
 * @param leftOut how many services of this page, of a kind that is known, the definition leaves out.
 */
export function CountingLine({
  definition,
  path,
  leftOut = 0,
  unknown,
}: {
  definition: Definition;
  path: string;
  leftOut?: number;
  /** Services of this page that are in no count because nobody knows what their organisation is. */
  unknown?: UnknownBeside;
}) {
  const t = useTranslations("counting");
  const locale = useLocale();
  const to = (other: Definition) => localPath(locale, countingPath(other, path));
  return (
    <div className="counting max-w-line text-base text-ink-soft">
      <p>
        {t("line", { what: definitionInWords(t, definition) })}{" "}
        {leftOut > 0 ? `${t("leftOut", { count: leftOut })} ` : null}
        {definition === "companies-by-type" ? null : (
          <>
            <a href={to("companies-by-type")}>{t("toCompanies")}</a>
            {" · "}
          </>
        )}
        {definition === DEFAULT_DEFINITION ? null : (
          <>
            <a href={to(DEFAULT_DEFINITION)}>{t("toAll")}</a>
            {" · "}
          </>
        )}
        <LocalLink href="/about/how-we-count">{t("howWeCount")}</LocalLink>
      </p>
      {definition === "companies-by-type" ? <p>{t("sharesNotChecked")}</p> : null}
      {unknown ? <UnknownKinds unknown={unknown} /> : null}
      <details className="print:hidden">
        <summary className="py-2.5 font-semibold">{t("change")}</summary>
        <div className="pt-1 pb-4 text-ink">
          {isChosen(definition) ? null : (
            <p className="mb-3">{t("holds", { kinds: kindsInWords(t, definition) })}</p>
          )}
          <CountingForm definition={definition} from={path} />
        </div>
      </details>
    </div>
  );
}
