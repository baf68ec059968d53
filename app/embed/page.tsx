import { useTranslations } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { EmbedMap } from "@/components/map/live/embed-map";
import { useCardSettings } from "@/components/map/live/use-live-settings";
import { DEFAULT_LOCALE } from "@/domain/language/locale";
import { siteOrigin } from "@/env";

/**
 * The map for other people's pages: `/embed` with the query of `/map`. The same for everybody and kept as such: the query is
 * read in the browser, no cookie is set, and nobody learns who looks.
 */
export default function EmbedPage() {
  setRequestLocale(DEFAULT_LOCALE);
  return <EmbedBody />;
}

function EmbedBody() {
  const t = useTranslations("map.embed");
  const map = useTranslations("map");
  const common = useTranslations("common");
  const live = useCardSettings();
  // A page of somebody else's is no place to write a report in.
  const settings = { ...live.settings, reportsPath: null };
  return (
    <div className="embed">
      <main>
        <h1 className="sr-only">{t("title")}</h1>
        <EmbedMap
          {...live}
          settings={settings}
          origin={siteOrigin()}
          words={{ open: t("open"), credit: map("credit"), creditGround: map("creditGround") }}
        />
        <noscript>
          <p>
            {t("noScript")} <a href={`${siteOrigin()}/map?view=list`}>{t("open")}</a>
          </p>
        </noscript>
      </main>
      <footer className="embed-line">{common("footer.notNhsTitle")}</footer>
    </div>
  );
}
