import type { ReactNode } from "react";

/** Pairs of a name and what it is, ruled like a table of particulars; one below the other on phones. */
export function Facts({ facts }: { facts: readonly { name: ReactNode; value: ReactNode; id?: string }[] }) {
  return (
    <dl className="border-ink border-t-2">
      {facts.map((fact, index) => (
        <div
          key={fact.id ?? index}
          className="gap-4 border-rule border-b py-2.5 sm:grid sm:grid-cols-[12rem_1fr]"
        >
          <dt className="text-ink-soft">{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
