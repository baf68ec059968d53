import type { ReactNode } from "react";

/** One question of a form with the fields that answer it. */
export function Question({
  title,
  note,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="border-ink border-t pt-3">
      <legend className="float-left w-full font-bold font-serif text-2xl">{title}</legend>
      <div className="clear-both space-y-5 pt-3">
        {note ? <p className="text-ink-soft">{note}</p> : null}
        {children}
      </div>
    </fieldset>
  );
}
