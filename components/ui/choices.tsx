import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldError } from "@/components/ui/field";

type Option = { value: string; label: ReactNode; hint?: ReactNode };

/** A question with one answer out of a few, each a large target. */
export function RadioGroup({
  id,
  name,
  legend,
  hint,
  error,
  errorPrefix,
  options,
  defaultValue,
  required,
}: {
  id: string;
  name?: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  errorPrefix?: string | undefined;
  options: readonly Option[];
  defaultValue?: string;
  required?: boolean;
}) {
  return (
    <fieldset
      className={error ? "border-l-4 border-accent pl-4" : undefined}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend className="font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id} error={error} prefix={errorPrefix} /> : null}
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          id={index === 0 ? id : `${id}-${option.value}`}
          name={name ?? id}
          value={option.value}
          label={option.label}
          hint={option.hint}
          defaultChecked={defaultValue === option.value}
          required={required}
        />
      ))}
    </fieldset>
  );
}

/** One tick box or radio button with its label beside it. */
export function Choice({
  id,
  label,
  hint,
  ...input
}: { id: string; label: ReactNode; hint?: ReactNode } & ComponentProps<"input">) {
  return (
    <div className="choice">
      <input type="checkbox" id={id} {...input} aria-describedby={hint ? `${id}-about` : undefined} />
      <div>
        <label htmlFor={id} className="block">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-about`} className="text-ink-soft text-base">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
