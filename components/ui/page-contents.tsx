/** Links to the parts of a long page, so that nobody has to pass a list of seventy rows to learn what comes after it. */
export function PageContents({
  label,
  parts,
}: {
  label: string;
  parts: readonly { id: string; title: string }[];
}) {
  return (
    <nav aria-label={label} className="mt-6 print:hidden">
      <p className="font-semibold text-base text-ink-soft">{label}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1.5">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
