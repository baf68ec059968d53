/** A page without scripts, styles of its own or a database: what is left to show when nothing else works. */
export type PlainPage = {
  lang: string;
  title: string;
  paragraphs: readonly string[];
  link?: { href: string; text: string };
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** The whole HTML document. Every text is escaped. */
export function plainPage({ lang, title, paragraphs, link }: PlainPage): string {
  return [
    `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>`,
    `<body><main><h1>${escaped(title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    link ? `<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>` : "",
    "</main></body></html>",
  ].join("\n");
}
