import type { ReactNode } from "react";

export type Bars = {
  id: string;
  title: ReactNode;
  /** One value, or several under the title, each with its own label. */
  bars: readonly { label?: ReactNode; value: number }[];
};

/**
 * Numbers as a table in which each has a bar as long as it is large: the plot and the table of its numbers are one, so that
 * neither can say what the other does not. The bars are for the eye alone.
 * @param headings what the rows are of, and what the numbers count.
 */
export function BarTable({
  caption,
  headings,
  groups,
  most,
}: {
  caption: string;
  headings: readonly [string, string];
  groups: readonly Bars[];
  /** The number whose bar is the longest; the largest of the table unless it continues another. */
  most?: number;
}) {
  const longest = most ?? Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  return (
    <table className="bar-table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{headings[0]}</th>
          <th scope="col">{headings[1]}</th>
        </tr>
      </thead>
      {groups.map(({ id, title, bars }) => {
        const [only] = bars;
        if (only && bars.length === 1 && !only.label)
          return (
            <tbody key={id}>
              <Row title={title} value={only.value} longest={longest} />
            </tbody>
          );
        return (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={2} className="font-normal">
                {title}
              </th>
            </tr>
            {bars.map(({ label, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the bars of a group never change their order
              <Row key={index} title={label} value={value} longest={longest} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({ title, value, longest }: { title: ReactNode; value: number; longest: number }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        {title}
      </th>
      <td>
        <span className="flex items-center gap-3">
          <span className="w-16 shrink-0 text-right tabular-nums">{value.toLocaleString("en-GB")}</span>
          <svg aria-hidden="true" width="100%" height="12" className="fill-accent">
            <rect width={`${((100 * value) / longest).toFixed(1)}%`} height="12" />
          </svg>
        </span>
      </td>
    </tr>
  );
}
