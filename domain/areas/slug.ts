import type { AreaKind } from "./area";

/** Words that say what kind of body it is, which the URL's kind says already. */
const BODY_WORDS: Partial<Record<AreaKind, RegExp[]>> = {
  icb: [/^NHS /, / Integrated Care Board$/],
  "health-board": [/^NHS /, / (University |Teaching )?Health Board$/],
  "hsc-trust": [/ Health and Social Care Trust$/],
};

/**
 * The last part of an area's URL, such as `carlisle` or `north-east-and-north-cumbria`.
 * Unique within a kind only; the ingest checks that.
 */
export function areaSlug(kind: AreaKind, nameEn: string): string {
  const short = (BODY_WORDS[kind] ?? []).reduce((name, words) => name.replace(words, ""), nameEn);
  return short
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
