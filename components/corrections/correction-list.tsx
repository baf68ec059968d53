import { useFormatter, useTranslations } from "next-intl";
import type { Names } from "@/components/claims/claim-words";
import { FactChanges } from "@/components/claims/fact-changes";
import { DateText } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { ukDayOf } from "@/domain/dates/partial-date";
import type { CorrectionLabel, CorrectionRead } from "@/domain/records/correction";

/** What was changed and why, from what to what, newest first, with its category and its day. */
export function CorrectionList({
  corrections,
  names,
}: {
  corrections: readonly CorrectionRead[];
  names: Names;
}) {
  const t = useTranslations("about.corrections");
  return (
    <ol className="list-none pl-0">
      {corrections.map((correction) => {
        const { id, category, label, at, says, rows } = correction;
        return (
          <li key={`${category}-${id}`} id={anchorOf(correction)} className="border-rule border-b py-3">
            <p>
              <strong>{t(`categories.${label}.name`)}</strong> · <DateText date={ukDayOf(at)} />
            </p>
            <p>
              <WhatWasCorrected correction={correction} />
            </p>
            <p>{t(whyKey(correction))}</p>
            <Parts parts={correction.parts} />
            {rows.length === 0 ? null : (
              <div className="mt-2">
                <FactChanges rows={rows} names={names} />
              </div>
            )}
            {says === null ? null : <p>{t("says", { says })}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function WhatWasCorrected({ correction }: { correction: CorrectionRead }) {
  const t = useTranslations("about.corrections");
  const fields = useTranslations("services.claim.field");
  const { name, path, field, rows } = correction;
  if (name === null) return t(unnamedKey(correction));
  return (
    <>
      {path === null ? name : <LocalLink href={path}>{name}</LocalLink>}
      {field !== null && rows.length === 0 && fields.has(field as "name") ? (
        <span className="text-ink-soft"> · {fields(field as "name")}</span>
      ) : null}
    </>
  );
}

function Parts({ parts }: Pick<CorrectionRead, "parts">) {
  const t = useTranslations("about.corrections");
  const format = useFormatter();
  if (parts.length === 0) return null;
  return <p>{t("parts", { parts: format.list(parts.map((part) => t(`part.${part}`))) })}</p>;
}

/** Where it stands on the page; the same for ever. */
export function anchorOf({ category, id }: Pick<CorrectionRead, "category" | "id">): string {
  return `${category}-${id}`;
}

/** What stands in the place of a name. */
export function unnamedKey({ category, type }: Pick<CorrectionRead, "category" | "type">) {
  if (category === "list-taken-back") return "aList" as const;
  if (category === "erased") return "anErased" as const;
  return type === "source" ? ("aSource" as const) : ("unnamed" as const);
}

/** The sentence that says why: of some it depends on whether a reader told us. */
export function whyKey({ label, isFromReader }: Pick<CorrectionRead, "label" | "isFromReader">) {
  return isFromReader ? (`categories.${label}.reader` as const) : (`categories.${label}.why` as const);
}

/** How many there are of each label, in the order of the list of labels. */
export function countByLabel(
  corrections: readonly CorrectionRead[],
  labels: readonly CorrectionLabel[],
): [CorrectionLabel, number][] {
  return labels.flatMap((label): [CorrectionLabel, number][] => {
    const count = corrections.filter((correction) => correction.label === label).length;
    return count === 0 ? [] : [[label, count]];
  });
}
