import { getTranslations } from "next-intl/server";
import { whyKey } from "@/components/corrections/correction-list";
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
  const origin = siteOrigin();
  const page = `${origin}/about/corrections`;
  const corrections = (await loadCorrections()).slice(0, A_FEED);
  const entries = corrections.map((correction) => {
    const { id, category, at, name, path, says } = correction;
    const label = t(`categories.${category}.name`);
    const what = name ?? t(category === "list-taken-back" ? "aList" : "unnamed");
    return {
      id: `${page}#${category}-${id}`,
      title: `${label}: ${what}`,
      updated: at,
      href: path === null ? null : origin + path,
      category: { term: category, label },
      summary: [t(whyKey(correction)), ...(says === null ? [] : [t("says", { says })])].join(" "),
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
