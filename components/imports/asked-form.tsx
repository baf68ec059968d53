"use client";

import { type ComponentProps, useActionState } from "react";
import { SmallForm } from "@/components/reports/small-form";

/**
 * A move that nobody should make by one slip: its form stands behind a line that opens it, without scripts too. When it
 * failed without scripts the page comes anew, and the line has to be open for its reason to be seen.
 */
export function AskedForm({ summary, ...form }: ComponentProps<typeof SmallForm> & { summary: string }) {
  // The same action and path as the form's: React hands the state of a sent form to whoever asks with these.
  const [state] = useActionState(form.action, null, form.path);
  return (
    <details open={state?.ok === false ? true : undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{summary}</summary>
      <SmallForm {...form} />
    </details>
  );
}
