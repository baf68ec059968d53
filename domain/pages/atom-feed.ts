export type AtomEntry = {
  /** An address of its own that never changes. */
  id: string;
  title: string;
  updated: Date;
  /** Page that it is about; null where there is none. */
  href: string | null;
  category: { term: string; label: string };
  summary: string;
};

/** A feed as Atom (RFC 4287). @param updated of the newest entry, or of the feed itself where it has none. */
export function atomFeed(
  feed: { id: string; title: string; author: string; self: string; page: string; updated: Date },
  entries: readonly AtomEntry[],
): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${xml(feed.id)}</id><title>${xml(feed.title)}</title><updated>${feed.updated.toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/><link rel="alternate" type="text/html" href="${xml(feed.page)}"/>`,
    ...entries.map(
      ({ id, title, updated, href, category, summary }) =>
        `<entry><id>${xml(id)}</id><title>${xml(title)}</title><updated>${updated.toISOString()}</updated>` +
        `<link rel="alternate" type="text/html" href="${xml(href ?? id)}"/>` +
        `<category term="${xml(category.term)}" label="${xml(category.label)}"/><summary>${xml(summary)}</summary></entry>`,
    ),
    "</feed>\n",
  ].join("\n");
}

/** Text as it stands in XML, without the letters that XML has none for. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
