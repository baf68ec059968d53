import type { ReactNode } from "react";

/** Ids of the parts of a field, so that a control can name what describes it. */
export function describedBy(id: string, { hint, error }: { hint?: ReactNode; error?: ReactNode }) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return ids === "" ? undefined : ids;
}

/** Label, hint and error around one control. `errorPrefix` is read out before the error, such as "Error:". */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  errorPrefix,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  errorPrefix?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={error ? "border-l-4 border-accent pl-4" : undefined}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id} error={error} prefix={errorPrefix} /> : null}
      <div className="mt-1">{children}</div>
    </div>
  );
}

/** The sentence that says what to change, with its prefix for those who cannot see the red. */
export function FieldError({
  id,
  error,
  prefix,
}: {
  id: string;
  error: ReactNode;
  prefix?: string | undefined;
}) {
  return (
    <p id={`${id}-error`} className="font-semibold text-accent">
      {prefix ? <span className="sr-only">{prefix} </span> : null}
      {error}
    </p>
  );
}
