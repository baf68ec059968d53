import { type ReactElement, useId } from "react";

/** The first lines of a long list; the others are folded away but in the page, so that a search in it finds them. */
export function FoldedList({
  lines,
  first,
  more,
  className = "",
}: {
  /** List items with keys. */
  lines: readonly ReactElement[];
  first: number;
  /** Says how many there are behind it. */
  more: (count: number) => string;
  className?: string;
}) {
  const id = useId();
  const rest = lines.slice(first);
  return (
    <>
      <ul className={className}>{lines.slice(0, first)}</ul>
      {rest.length > 0 ? (
        <details>
          <summary id={id} className="py-2 font-semibold">
            {more(rest.length)}
          </summary>
          <ul aria-labelledby={id} className={className}>
            {rest}
          </ul>
        </details>
      ) : null}
    </>
  );
}
