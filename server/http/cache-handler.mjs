import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { SCRIPTS_HEADER } from "./header-names.mjs";

/**
 * Where Next keeps rendered pages: this process's memory, bounded by bytes. Next loads this file as it is, so it is
 * plain JavaScript. Two things are ours: each page remembers the hashes of its inline scripts, from which the front
 * server writes the Content-Security-Policy; and a page rendered before the latest publication is a miss.
 *
 * @typedef {import("next/dist/server/response-cache").IncrementalCacheValue} CacheValue
 * @typedef {CacheValue & { html?: string | Buffer }} KeptValue `html` as bytes: outside the heap, and as many as they are counted
 * @typedef {{ value: KeptValue, lastModified: number, publication: number, cacheControl?: object }} Entry
 */

/**
 * What a page carries that has nothing to show (components/layout/not-found-page.tsx, gone-page.tsx). Next's own `notFound()` answers
 * with an empty document that only a script can fill; this way the words are there without one.
 */
const statusMark = /<meta name="page-status" content="(404|410)"/;

/** Set by the listener (server/http/publication.ts); a global because Next bundles modules more than once. */
const publicationKey = Symbol.for("nhs-map.publication");
const storeKey = Symbol.for("nhs-map.page-cache");

const megabytes = Number(process.env.CACHE_MEGABYTES) || 40;

/**
 * Pages under kinds that a reader put together (`/counting/charity_university/…`): there are 509 such sets, so that
 * one patient robot could fill all of the memory with them. They share an eighth of it and push out only each other.
 * Definitions with a name (`/counting/companies/…`) are kept with the other pages.
 */
const chosenPage = /^\/(?:en\/|cy\/)?counting\/(?!companies-by-type(?:\/|$))/;
const chosenShare = 1 / 8;

/** @returns {number} the newest publication number this process knows of */
function currentPublication() {
  const known = /** @type {Record<symbol, unknown>} */ (globalThis)[publicationKey];
  return typeof known === "number" ? known : 0;
}

/**
 * @typedef {LRUCache<string, Entry>} Pages
 * @typedef {{ entries: Pages, chosen: Pages, begun: LRUCache<string, number> }} Store
 * @returns {Store}
 */
function newStore() {
  const pages = (/** @type {number} */ share) =>
    new LRUCache({ maxSize: Math.floor(megabytes * share * 1024 * 1024), sizeCalculation: entrySize });
  return {
    entries: pages(1 - chosenShare),
    chosen: pages(chosenShare),
    begun: new LRUCache({ max: 10_000 }),
  };
}

/** @type {{ [storeKey]?: Store }} */
const shared = globalThis;
shared[storeKey] ??= newStore();
const store = shared[storeKey];

const ukDays = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short" });

/** @param {number} moment @returns the day in the United Kingdom, as text */
function ukDay(moment) {
  return ukDays.format(moment);
}

/** @param {string} key the path of a page as Next names it, with its language */
function pagesOf(key) {
  return chosenPage.test(key) ? store.chosen : store.entries;
}

/** Values of a script's `type` that make it run (HTML standard, "prepare the script element"). */
const runningTypes = new Set(["", "module", "text/javascript", "application/javascript"]);

/**
 * The `script-src` sources for every inline script of a page, one space between them.
 * Only scripts that run: data blocks (JSON-LD) need none, and those with `src` come from 'self'.
 * @param {string} html
 */
export function inlineScriptHashes(html) {
  const sources = new Set();
  for (const [, attributes = "", body = ""] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (/\ssrc\s*=/i.test(attributes) || body === "") continue;
    const type = /\stype\s*=\s*["']?([^\s"'>]*)/i.exec(attributes)?.[1] ?? "";
    if (!runningTypes.has(type.toLowerCase())) continue;
    sources.add(`'sha256-${createHash("sha256").update(body).digest("base64")}'`);
  }
  return [...sources].join(" ");
}

/**
 * A page's text with one dash or curly quote takes two bytes a character in V8's heap, and the heap grows by garbage in proportion to
 * what it holds. So it is kept as bytes.
 * @param {CacheValue} value
 * @returns {KeptValue}
 */
function asBytes(value) {
  return value.kind === "APP_PAGE"
    ? /** @type {KeptValue} */ ({ ...value, html: Buffer.from(value.html) })
    : value;
}

/** @param {KeptValue} value @returns {CacheValue} */
function asText(value) {
  return value.kind === "APP_PAGE" ? { ...value, html: value.html.toString() } : value;
}

/** @param {Entry} entry bytes, near enough */
function entrySize({ value }) {
  const overhead = 1024;
  if (value.kind === "APP_PAGE") {
    let size = overhead + value.html.length + (value.rscData?.length ?? 0);
    for (const segment of value.segmentData?.values() ?? []) size += segment.length;
    return size;
  }
  if (value.kind === "APP_ROUTE") return overhead + value.body.length;
  return overhead + JSON.stringify(value).length;
}

export default class CacheHandler {
  /** @param {string} key */
  async get(key) {
    // The number at which a rendering begins, not ends: what is published meanwhile may be missing from it.
    const publication = currentPublication();
    const entry = pagesOf(key).get(key);
    const outdated =
      !entry ||
      entry.publication < publication ||
      // What a page says of today (a check that is due, an entry that is over) must not stay for another day.
      ukDay(entry.lastModified) !== ukDay(Date.now());
    if (!outdated)
      return {
        value: asText(entry.value),
        lastModified: entry.lastModified,
        cacheControl: entry.cacheControl,
      };
    if (!store.begun.has(key)) store.begun.set(key, publication);
    return null;
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   * @param {{ cacheControl?: object }} [context]
   */
  async set(key, value, context = {}) {
    const publication = store.begun.get(key) ?? currentPublication();
    store.begun.delete(key);
    if (value === null) {
      pagesOf(key).delete(key);
      return;
    }
    // Next answers a miss with this very object, so the first visitor gets the header too.
    if (value.kind === "APP_PAGE") {
      value.headers = { ...value.headers, [SCRIPTS_HEADER]: inlineScriptHashes(value.html) };
      const status = statusMark.exec(value.html)?.[1];
      if (status) value.status = Number(status);
    }
    // Made-up addresses must not push real pages out.
    if ("status" in value && (value.status === 404 || value.status === 410)) {
      pagesOf(key).delete(key);
      return;
    }
    pagesOf(key).set(key, {
      value: asBytes(value),
      lastModified: Date.now(),
      publication,
      cacheControl: context.cacheControl,
    });
  }

  /** Publications make pages old, not tags; nothing of ours calls it. Whoever does is given new pages, all of them. */
  async revalidateTag() {
    store.entries.clear();
    store.chosen.clear();
  }

  resetRequestCache() {
    // nothing is kept per request
  }
}
