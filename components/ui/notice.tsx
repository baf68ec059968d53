import type { ReactNode } from "react";

const TONES = {
  plain: "border-field bg-panel",
  important: "border-accent bg-accent-wash",
  good: "border-good bg-good-wash",
} as const;

/** A remark that stands apart from the text: a bar at its side and a ground of its own. */
export function Notice({
  tone = "plain",
  title,
  role,
  children,
}: {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  /** "status" or "alert" when it answers something the reader just did. */
  role?: "status" | "alert" | undefined;
  children: ReactNode;
}) {
  return (
    <div role={role} className={`max-w-line border-l-4 px-4 py-3 ${TONES[tone]}`}>
      {title ? <p className="font-semibold">{title}</p> : null}
      <div className="space-y-2">{children}</div>
    </div>
  );
}
