import { LocalLink } from "@/components/layout/local-link";

/** A question whose answers are links: a page for each. */
export function ChoiceList({
  choices,
}: {
  choices: readonly { href: string; text: string; hint?: string }[];
}) {
  return (
    <ul className="max-w-line border-ink border-t-2">
      {choices.map(({ href, text, hint }) => (
        <li key={href} className="border-rule border-b py-3">
          <LocalLink href={href} className="inline-flex min-h-11 items-center font-semibold text-lg">
            {text}
          </LocalLink>
          {hint ? <p className="text-ink-soft">{hint}</p> : null}
        </li>
      ))}
    </ul>
  );
}
