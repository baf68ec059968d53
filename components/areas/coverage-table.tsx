import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import type { Nation } from "@/domain/areas/area";
import type { Coverage } from "@/domain/areas/coverage";
import type { Definition } from "@/domain/providers/legal-form";

type Props = {
  coverage: Coverage;
  nation: Nation;
  /** Whose services make a place "outsourced" here. */
  definition: Definition;
  caption: string;
};

/** How many places of an area the registers list, for how many there is an answer, and what that means. */
export function CoverageTable(props: Props) {
  const t = useTranslations("areas.coverage");
  return (
    <>
      <CoverageByKind {...props} />
      <p className="mt-3 max-w-line text-base text-ink-soft">
        {t("meaning")} <LocalLink href="/coverage">{t("everywhere")}</LocalLink>
      </p>
    </>
  );
}

/** The numbers alone, one row a kind of place, and of what day the lists are that most answers rest on. */
export function CoverageByKind({ coverage, nation, definition, caption }: Props) {
  const t = useTranslations("areas.coverage");
  const nations = useTranslations("common.nation");
  const counting = useCountingValue()(definition);
  const inWords = useDates();
  const columns = [
    t("known"),
    t("confirmed"),
    t("older"),
    t("without"),
    t("outsourced", { counting }),
    t("nhsWithServices", { counting }),
    t("nhsNoneFound"),
  ];
  const lists = coverage.lines.flatMap(({ kind, listOn }) =>
    listOn ? [t(`listOf.${kind}`, { date: inWords(listOn.slice(0, 7)) })] : [],
  );
  return (
    <>
      <table className="rows">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[t("kindColumn"), ...columns].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.lines.map(({ kind, counts }) => (
            <tr key={kind}>
              <th scope="row" className="text-left font-normal">
                {t(`kind.${kind}`)}
              </th>
              {counts ? (
                [
                  counts.known,
                  counts.confirmed,
                  counts.checked - counts.confirmed,
                  counts.known - counts.checked,
                  counts.outsourced,
                  counts.nhsWithServices,
                  counts.nhsNoneFound,
                ].map((count, at) => (
                  <td key={columns[at]} data-label={columns[at]}>
                    {t("number", { count })}
                  </td>
                ))
              ) : (
                <td colSpan={columns.length}>{t("cannotSay", { nation: nations(nation) })}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {lists.length > 0 ? (
        <p className="mt-3 max-w-line text-base text-ink-soft">{t("lists", { lists: lists.join("; ") })}</p>
      ) : null}
    </>
  );
}
