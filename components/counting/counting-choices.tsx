"use client";

import { Choice } from "@/components/ui/choices";

export type CountingChoice = { kind: string; label: string; isCounted: boolean };

/**
 * The tick boxes of the kinds. They need no script, and are a client component all the same: of one, the page carries the words once
 * more, and of a server's the whole markup.
 */
export function CountingChoices({ choices }: { choices: readonly CountingChoice[] }) {
  return (
    <div className="grid gap-x-8 sm:grid-cols-2 [&_label]:first-letter:uppercase">
      {choices.map(({ kind, label, isCounted }) => (
        <Choice
          key={kind}
          id={`counting-${kind}`}
          name="kind"
          value={kind}
          defaultChecked={isCounted}
          label={label}
        />
      ))}
    </div>
  );
}
