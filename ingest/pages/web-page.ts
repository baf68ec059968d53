import { Parser } from "htmlparser2";
import { oneLine } from "@/domain/language/plain-text";

/** What a page says of itself, each "" where it does not. */
export type WebPage = {
  title: string;
  publisher: string;
  /** ISO day. */
  publishedOn: string;
  /** Its first heading. */
  heading: string;
  /** The text of links, with the path they lead to and the text before them in the same block. */
  links: readonly { to: string; text: string; before: string }[];
};

/** Names of metas, the best first: Highwire (scholarly pages and many papers), Open Graph, Dublin Core. */
const TITLES = ["citation_title", "og:title", "dcterms.title", "dc.title"];
const PUBLISHERS = [
  "citation_publisher",
  "citation_journal_title",
  "og:site_name",
  "dcterms.publisher",
  "dc.publisher",
  "application-name",
];
const DAYS = [
  "article:published_time",
  "citation_publication_date",
  "citation_date",
  "dcterms.issued",
  "dc.date.issued",
  "datepublished",
  "date",
];
/** Links of one page; nothing that we look for comes later. */
const MOST_LINKS = 2000;
const BLOCKS = new Set([
  "p",
  "div",
  "li",
  "td",
  "th",
  "dd",
  "dt",
  "section",
  "ul",
  "ol",
  "table",
  "h1",
  "h2",
  "h3",
]);

/**
 * Reads a page as its server sent it, whole or cut off; scripts are not run, and whatever is wrong with the markup is read as a browser would.
 * @param charset as the header names it; else what the page names, else UTF-8.
 */
export function readWebPage(bytes: Uint8Array, charset = ""): WebPage {
  const metas = new Map<string, string>();
  const links: { to: string; text: string; before: string }[] = [];
  const read = { title: "", heading: "" };
  let within: "title" | "heading" | null = null;
  let isHidden = 0;
  let block = "";
  let link: { to: string; text: string; before: string } | null = null;
  const parser = new Parser(
    {
      onopentag(name, { name: meta, property, itemprop, content, href }) {
        if (name === "script" || name === "style" || name === "svg") isHidden++;
        if (name === "title" && read.title === "" && isHidden === 0) within = "title";
        if (name === "h1" && read.heading === "") within = "heading";
        if (BLOCKS.has(name)) block = "";
        const key = (property ?? meta ?? itemprop ?? "").toLowerCase();
        if (name === "meta" && key !== "" && content && !metas.has(key)) metas.set(key, content);
        if (name === "a" && href && links.length < MOST_LINKS)
          link = { to: href, text: "", before: shortened(block) };
      },
      ontext(text) {
        if (isHidden > 0) return;
        if (within) read[within] += text;
        if (link) link.text += text;
        else block = (block + text).slice(-200);
      },
      onclosetag(name) {
        if (name === "script" || name === "style" || name === "svg") isHidden = Math.max(0, isHidden - 1);
        if (name === "title" || name === "h1") within = null;
        if (name !== "a" || !link) return;
        links.push({ ...link, text: shortened(link.text) });
        link = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(decode(bytes, charset));
  const first = (names: readonly string[]) => {
    const found = names.map((name) => metas.get(name)).find((text) => text?.trim());
    return shortened(found ?? "");
  };
  const day = /^(?:18|19|20)\d{2}-\d{2}(?:-\d{2})?/.exec(first(DAYS).replaceAll("/", "-"))?.[0] ?? "";
  return {
    title: first(TITLES) || shortened(read.title),
    publisher: first(PUBLISHERS),
    publishedOn: day,
    heading: shortened(read.heading),
    links,
  };
}

const LONGEST = 300;
const shortened = (text: string) =>
  oneLine(text)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}/gu, "")
    .trim();

function decode(bytes: Uint8Array, charset: string): string {
  const named = charset || charsetIn(bytes);
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // a name that nobody knows
  }
}

/** A page names its own in the first kilobyte (HTML, 4.2.5.4). */
function charsetIn(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? "utf-8";
}
