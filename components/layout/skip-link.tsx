/** The first thing a keyboard reaches: past the masthead to the page's own text. */
export function SkipLink({ text }: { text: string }) {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:bg-sheet focus:px-4 focus:py-3"
    >
      {text}
    </a>
  );
}
