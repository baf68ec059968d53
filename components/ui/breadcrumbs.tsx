/** Where the page stands, from the top down. The page itself is its heading and not repeated. */
export function Breadcrumbs({
  label,
  trail,
}: {
  label: string;
  trail: readonly { href: string; text: string }[];
}) {
  return (
    <nav aria-label={label} className="mb-4 text-base">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map((step, at) => (
          <li key={step.href} className="flex gap-x-2">
            {at > 0 ? (
              <span aria-hidden="true" className="py-1 text-ink-soft">
                /
              </span>
            ) : null}
            <a href={step.href} className="inline-block py-1">
              {step.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
