import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldFrame } from "@/components/ui/field";

type Framed = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  errorPrefix?: string | undefined;
};

const control = "block min-h-11 border-2 border-field bg-sheet px-3 py-2 text-ink";
const WIDTHS = { full: "w-full", half: "w-full max-w-80", short: "w-full max-w-48" } as const;
type Width = { width?: keyof typeof WIDTHS };

/** One line of text with its label. `name` is the id unless given. */
export function TextInput({
  label,
  hint,
  error,
  errorPrefix,
  width = "full",
  ...input
}: Framed & Width & ComponentProps<"input">) {
  return (
    <FieldFrame id={input.id} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <input
        type="text"
        name={input.id}
        {...input}
        className={`${control} ${WIDTHS[width]}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(input.id, { hint, error })}
      />
    </FieldFrame>
  );
}

/** Several lines of text with their label. `fitsText` lets the box grow to what is in it, where browsers can. */
export function TextArea({
  label,
  hint,
  error,
  errorPrefix,
  width = "full",
  fitsText = false,
  ...area
}: Framed & Width & { fitsText?: boolean } & ComponentProps<"textarea">) {
  return (
    <FieldFrame id={area.id} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <textarea
        name={area.id}
        rows={5}
        {...area}
        className={`${control} ${WIDTHS[width]} ${fitsText ? "field-sizing-content" : ""}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(area.id, { hint, error })}
      />
    </FieldFrame>
  );
}

/** A choice from a list. Options are `{ value, label }`; an empty value stands for "not chosen". */
export function Select({
  label,
  hint,
  error,
  errorPrefix,
  options,
  width = "half",
  ...select
}: Framed & Width & { options: readonly { value: string; label: string }[] } & ComponentProps<"select">) {
  return (
    <FieldFrame id={select.id} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <select
        name={select.id}
        {...select}
        className={`${control} ${WIDTHS[width]}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(select.id, { hint, error })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
