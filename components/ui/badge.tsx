import type { ReactNode } from "react";

const TONES = {
  plain: "border-field text-ink-soft",
  strong: "border-ink bg-ink text-paper",
  warning: "border-accent bg-sheet text-accent",
  good: "border-good bg-good-wash text-good",
} as const;

export type BadgeTone = keyof typeof TONES;

/** A word or two that says what state something is in. Never the only way it is said: the words carry it. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone | undefined; children: ReactNode }) {
  return (
    <span
      className={`inline-block whitespace-nowrap border px-2 py-0.5 font-semibold text-sm leading-5 ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
