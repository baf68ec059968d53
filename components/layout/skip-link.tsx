/** Past what every page has, to the page's own text; seen by whoever comes to it with a keyboard. */
export function SkipLink({ text, to = "main" }: { text: string; to?: string }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:bg-sheet focus:px-4 focus:py-3"
    >
      {text}
    </a>
  );
}
