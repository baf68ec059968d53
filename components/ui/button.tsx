import type { ComponentProps } from "react";

const LOOKS = {
  primary: "border-accent bg-accent text-paper hover:border-accent-deep hover:bg-accent-deep",
  secondary: "border-ink bg-sheet text-ink hover:bg-panel",
  quiet: "border-transparent text-accent underline underline-offset-4 hover:text-accent-deep",
} as const;

export type ButtonLook = keyof typeof LOOKS;

/** The classes of a button, for a link that has to look like one. At least 44 px high, for thumbs. */
export function buttonClasses(look: ButtonLook = "primary"): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 border-2 px-5 py-2 text-center font-semibold no-underline ${LOOKS[look]}`;
}

/** A button; it submits its form unless `type` says otherwise. */
export function Button({
  look = "primary",
  className = "",
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { look?: ButtonLook | undefined }) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClasses(look)} disabled:cursor-not-allowed disabled:opacity-60 ${className}`}
    />
  );
}
