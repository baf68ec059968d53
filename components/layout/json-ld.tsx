/** What a page is about, for machines (schema.org). Data, not a script: a strict policy has nothing to allow. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with "<" escaped cannot end the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
