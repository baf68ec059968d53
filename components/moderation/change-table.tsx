import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type ChangeRow = { id: string; part: string; before: ReactNode; after: ReactNode };

type Props = {
  rows: readonly ChangeRow[];
  /** Where it is no report: what the table is called, and its three columns. */
  label?: string;
  headings?: readonly [string, string, string];
};

/** Part by part: what the public pages say now, and what they would say afterwards. */
export function ChangeTable({ rows, label, headings }: Props) {
  const t = useTranslations("moderation.one");
  const [part, now, then] = headings ?? [t("columnPart"), t("columnBefore"), t("columnAfter")];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label ?? t("changesTable")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-ink border-b-2">
            <th scope="col" className="py-2 pr-4">
              {part}
            </th>
            <th scope="col" className="py-2 pr-4">
              {now}
            </th>
            <th scope="col" className="py-2">
              {then}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, part, before, after }) => (
            <tr key={id} className="border-rule border-b align-top">
              <th scope="row" className="py-2 pr-4 font-semibold">
                {part}
              </th>
              <td className="py-2 pr-4 text-ink-soft">{before}</td>
              <td className="py-2">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
