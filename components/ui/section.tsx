import type { ReactNode } from "react";

/** A part of a page under a rule, with its heading; `id` lets a link lead to it. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="mt-10 border-ink border-t pt-3">
      <h2 id={`${id}-title`}>{title}</h2>
      {note ? <p className="mt-2 max-w-line text-ink-soft">{note}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
