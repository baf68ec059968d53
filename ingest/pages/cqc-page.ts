import type { WebPage } from "@/ingest/pages/web-page";

/**
 * What a page of the regulator says of a location: its name, as its heading, and "Provided and run by:" before a link to its provider. A page of
 * a provider has the provider's name as its heading.
 * @param path of the page, "/location/1-…" or "/provider/1-…"
 */
export function readCqcPage(path: string, page: WebPage): { placeName: string; providerName: string } {
  const name =
    page.heading || page.title.replace(/\s+[-–|]\s+(?:overview\b.*|Care Quality Commission)$/i, "");
  if (/^\/provider\//i.test(path)) return { placeName: "", providerName: name };
  const runBy = page.links.find(({ to, before }) => /\/provider\//i.test(to) && /run by:?\s*$/i.test(before));
  return { placeName: name, providerName: runBy?.text ?? "" };
}
