import { useTranslations } from "next-intl";
import { DateText } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { ukDayOf } from "@/domain/dates/partial-date";
import type { CorrectionCategory, CorrectionRead } from "@/domain/records/correction";

/** What was changed and why, newest first, with its category and its day. */
export function CorrectionList({ corrections }: { corrections: readonly CorrectionRead[] }) {
  const t = useTranslations("about.corrections");
  const fields = useTranslations("services.claim.field");
  return (
    <ol className="list-none pl-0">
      {corrections.map((correction) => {
        const { id, category, at, name, path, says, field } = correction;
        return (
          <li key={`${category}-${id}`} id={`${category}-${id}`} className="border-rule border-b py-3">
            <p>
              <strong>{t(`categories.${category}.name`)}</strong> · <DateText date={ukDayOf(at)} />
            </p>
            <p>
              {name === null ? (
                t(category === "list-taken-back" ? "aList" : "unnamed")
              ) : path === null ? (
                name
              ) : (
                <LocalLink href={path}>{name}</LocalLink>
              )}
              {field !== null && name !== null && fields.has(field as "name") ? (
                <span className="text-ink-soft"> · {fields(field as "name")}</span>
              ) : null}
            </p>
            <p>{t(whyKey(correction))}</p>
            {says === null ? null : <p>{t("says", { says })}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/** The sentence that says why: of some it depends on whether a reader told us. */
export function whyKey({ category, isFromReader }: Pick<CorrectionRead, "category" | "isFromReader">) {
  return isFromReader ? (`categories.${category}.reader` as const) : (`categories.${category}.why` as const);
}

/** How many there are of each category, in the order of the list of categories. */
export function countByCategory(
  corrections: readonly CorrectionRead[],
  categories: readonly CorrectionCategory[],
): [CorrectionCategory, number][] {
  return categories.flatMap((category): [CorrectionCategory, number][] => {
    const count = corrections.filter((correction) => correction.category === category).length;
    return count === 0 ? [] : [[category, count]];
  });
}
