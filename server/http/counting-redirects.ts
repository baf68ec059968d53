import type { IncomingMessage, ServerResponse } from "node:http";
import { COUNTING, countingPath, isCountedPath, splitCountingPath } from "@/domain/figures/counting-path";
import { type Locale, localPath, withoutLocale } from "@/domain/language/locale";
import { readMapAddress, writeMapAddress } from "@/domain/map/map-address";
import { definitionOf, isCountedKind, readDefinition } from "@/domain/providers/legal-form";

/** Longer than any address of ours: the rest is not read. */
const MAX_URL = 2_000;

/**
 * Sends readers to the one address that a page has under a definition, before Next is asked: so a set of kinds that is
 * written in another way is never rendered or kept a second time, and the form that chooses what counts works as a
 * plain GET. Returns false, having done nothing, for every other address.
 */
export function countingRedirects(request: IncomingMessage, response: ServerResponse): boolean {
  const method = request.method ?? "GET";
  if (method !== "GET" && method !== "HEAD") return false;
  const to = countingRedirect(request.url ?? "");
  if (!to) return false;
  response.setHeader("Location", to.location);
  response.writeHead(to.status).end();
  return true;
}

export type CountingRedirect = { status: 303 | 308; location: string };

/** @param url path and query as they were sent. @returns where to send the reader instead, if anywhere. */
export function countingRedirect(url: string): CountingRedirect | undefined {
  if (url.length > MAX_URL) return undefined;
  const locale: Locale = /^\/cy(?=[/?]|$)/.test(url) ? "cy" : "en";
  const address = withoutLocale(url);
  const [path = "", query = ""] = splitOnce(address, "?");
  if (path === `/${COUNTING}`) return chosen(locale, new URLSearchParams(query));
  const old = /^(\/areas\/[^/]+\/[^/]+)\/companies$/.exec(path);
  if (old?.[1]) return moved(locale, countingPath("companies-by-type", old[1]), query);
  const { written, path: page } = splitCountingPath(path);
  if (written === null) return undefined;
  const location = countingPath(readDefinition(decoded(written)), page);
  return location === path ? undefined : moved(locale, location, query);
}

/** The form's answer: the page that it stood on, under the kinds that were ticked. */
function chosen(locale: Locale, form: URLSearchParams): CountingRedirect {
  const definition = definitionOf(form.getAll("kind").filter(isCountedKind));
  const [from, query] = splitOnce(form.get("from") ?? "", "?");
  // Only a page of ours that counts, so that the form leads nowhere else: no other site, no "//", no line break.
  const page = isCountedPath(from) && /^\/[\w/-]*$/.test(from) && !from.includes("//") ? from : "/";
  // Only the map has choices in its address. They are read and written anew, so that nothing else comes with them.
  const choices = page === "/map" ? writeMapAddress(readMapAddress(query)) : "";
  return { status: 303, location: localPath(locale, countingPath(definition, page) + choices) };
}

function moved(locale: Locale, path: string, query: string): CountingRedirect {
  // A path that begins with two slashes (browsers take a backslash for one) would be another site's.
  const location = localPath(locale, path.replace(/^[/\\]+/, "/"));
  return { status: 308, location: query === "" ? location : `${location}?${query}` };
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}

/** Some programs escape what needs none. A bad escape stays, and is no kind. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
