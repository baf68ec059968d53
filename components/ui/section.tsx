import type { ReactNode } from "react";

/**
 * A part of a page under a rule, with its heading; `id` lets a link lead to it. A folded one shows its heading alone until a reader opens it: the
 * browser does that for a link to its id as well, and prints it open (globals.css).
 */
export function Section({
  id,
  title,
  note,
  isFolded = false,
  children,
}: {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  /** For what one reader in ten comes for. */
  isFolded?: boolean;
  children: ReactNode;
}) {
  const heading = <h2 id={`${id}-title`}>{title}</h2>;
  const body = (
    <>
      {note ? <p className="mt-2 max-w-line text-ink-soft">{note}</p> : null}
      <div className="mt-4">{children}</div>
    </>
  );
  if (isFolded)
    return (
      <section aria-labelledby={`${id}-title`} className="folded">
        <details>
          <summary>{heading}</summary>
          {/* A link to what is inside a closed part opens it; to its outside, it would not. */}
          <div id={id} className="scroll-mt-20 pb-6">
            {body}
          </div>
        </details>
      </section>
    );
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="mt-8 border-ink border-t pt-3 md:mt-10">
      {heading}
      {body}
    </section>
  );
}
