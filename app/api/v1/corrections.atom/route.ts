import { getTranslations } from "next-intl/server";
import { factText } from "@/components/claims/how-told";
import { anchorOf, unnamedKey, whyKey } from "@/components/corrections/correction-list";
import { dateInWords } from "@/domain/dates/in-words";
import { atomFeed } from "@/domain/pages/atom-feed";
import { campaign, siteOrigin } from "@/env";
import { loadCorrections } from "@/server/pages/load-corrections";

/** Corrections come at any time. */
export const dynamic = "force-dynamic";

/** In a feed as many as a reader fetches between two looks. */
const A_FEED = 50;

/** The newest corrections for programs that read news. What was taken off since is not in it, as it is on no page. */
export async function GET(): Promise<Response> {
  const t = await getTranslations({ locale: "en", namespace: "about.corrections" });
  const words = await getTranslations({ locale: "en", namespace: "services" });
  const origin = siteOrigin();
  const page = `${origin}/about/corrections`;
  const { corrections, names } = await loadCorrections(undefined, A_FEED);
  const entries = corrections.map((correction) => {
    const { label, at, name, path, says, parts, rows } = correction;
    const called = t(`categories.${label}.name`);
    const facts = rows
      .map((row) => factText(row, { names, t: words, inWords: (date) => dateInWords(date, "en") }))
      .filter(Boolean);
    return {
      id: `${page}#${anchorOf(correction)}`,
      title: `${called}: ${name ?? t(unnamedKey(correction))}`,
      updated: at,
      href: path === null ? null : origin + path,
      category: { term: label, label: called },
      summary: [
        t(whyKey(correction)),
        ...(parts.length === 0
          ? []
          : [t("parts", { parts: parts.map((part) => t(`part.${part}`)).join(", ") })]),
        ...facts.map((fact) => `${fact}.`),
        ...(says === null ? [] : [t("says", { says })]),
      ].join(" "),
    };
  });
  const feed = {
    id: page,
    title: t("feedTitle", { site: campaign().name }),
    author: campaign().name,
    self: `${origin}/api/v1/corrections.atom`,
    page,
    updated: corrections[0]?.at ?? new Date(0),
  };
  return new Response(atomFeed(feed, entries), {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      // As a public page: what is withdrawn is in no kept copy for longer.
      "cache-control": "public, max-age=0, s-maxage=30, must-revalidate",
    },
  });
}
