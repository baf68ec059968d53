import type { ReactNode } from "react";

/** The one `h1` of a page with what stands over and under it. */
export function PageTitle({
  over,
  children,
  intro,
}: {
  /** A word or two that says what kind of page it is. */
  over?: ReactNode;
  children: ReactNode;
  intro?: ReactNode;
}) {
  return (
    <div className="mb-6">
      {over ? <p className="font-semibold text-ink-soft">{over}</p> : null}
      <h1>{children}</h1>
      {intro ? <div className="mt-3 max-w-line text-xl leading-relaxed">{intro}</div> : null}
    </div>
  );
}
