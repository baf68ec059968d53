import type { Locale } from "@/domain/language/locale";
import type { ApiName } from "@/domain/search/api-name";

/** One line of the list: a name, what it is and where, and the page it leads to. */
export type Suggestion = { path: string; name: string; isWelsh: boolean; detail: string };

/** Words for what a suggestion is; {…} is filled in here, in the browser. */
export type SuggestionTexts = {
  /** By kind: "Constituency", "Place" … */
  kinds: Readonly<Record<string, string>>;
  /** With {kind} and {year}. */
  until: string;
  /** With {constituency}. */
  inOne: string;
  /** With {count}. */
  inSeveral: string;
  /** With {name}. */
  formerly: string;
  tookOverFrom: string;
  alsoCalled: string;
  /** With {number}. */
  company: string;
  /** With {count}: more than one can choose from. */
  inMany: string;
};

/** A name of the API in the reader's language, as one line of the list of suggestions. */
export function describeName(found: ApiName, texts: SuggestionTexts, locale: Locale): Suggestion {
  const cy = locale === "cy" ? found.name.cy : null;
  const { pathname, search } = new URL(found.page[locale]);
  return {
    path: `${pathname}${search}`,
    name: cy ?? found.name.en,
    isWelsh: cy !== null,
    detail: detailOf(found, texts, locale),
  };
}

function detailOf(found: ApiName, texts: SuggestionTexts, locale: Locale): string {
  const local = (name: { en: string; cy: string | null }) => (locale === "cy" && name.cy) || name.en;
  if (found.kind === "settlement") {
    const { council, outcode, constituencies, constituencyCount } = found;
    const [only] = constituencies;
    // A town has several outward codes, and its council's name is often its own.
    const isNamesake = council?.name.en === found.name.en;
    const where = [
      council && !isNamesake ? local(council.name) : null,
      constituencyCount === 1 ? outcode : null,
    ];
    const text =
      constituencyCount === 1 && only
        ? texts.inOne.replace("{constituency}", local(only.name))
        : constituencies.length === 0
          ? texts.inMany
          : texts.inSeveral;
    const place = where.filter((part) => part !== null).join(" ");
    const sentence = text.replace("{count}", String(constituencyCount));
    return place === "" ? sentence : `${place} · ${sentence}`;
  }
  const kind = texts.kinds[found.kind] ?? found.kind;
  if (found.kind === "county" || found.kind === "care" || found.kind === "district") return kind;
  if ("town" in found) {
    const former = found.formerly.map((name) => texts.formerly.replace("{name}", name));
    const others = found.tookOverFrom.map((name) => texts.tookOverFrom.replace("{name}", name));
    const also = found.alsoCalled.map((name) => texts.alsoCalled.replace("{name}", name));
    const number = found.companyNumber && texts.company.replace("{number}", found.companyNumber);
    return [kind, found.town, number, ...also, ...former, ...others].filter(Boolean).join(" · ");
  }
  if (found.validTo === null) return kind;
  return texts.until.replace("{kind}", kind).replace("{year}", found.validTo.slice(0, 4));
}
