import "./masthead.css";
import { useLocale, useTranslations } from "next-intl";
import { AccountLinks } from "@/components/account/account-links";
import { HomeLink } from "@/components/layout/home-link";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { MastheadNav } from "@/components/layout/masthead-nav";
import { SearchLink } from "@/components/layout/search-link";
import type { Locale } from "@/domain/language/locale";

const MENU = "menu";

/**
 * The head of every page, one line on every screen: on small ones the links are behind a button, which the browser itself
 * opens and closes (popover), with scripts and without. Browsers that do not know it show the links under the line.
 * Pages are cached: who is signed in is asked by the browser, see AccountLinks.
 */
export function Masthead({ lang }: { lang: Locale }) {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <header lang={lang} className="border-ink border-b-2 print:border-b">
      <div className="masthead-row">
        <p className="mr-auto">
          <HomeLink locale={locale} className="site-name">
            {t("siteName")}
          </HomeLink>
        </p>
        <SearchLink locale={locale} text={t("masthead.search")} />
        <button
          type="button"
          popoverTarget={MENU}
          className="-mr-2 min-h-11 px-2 font-semibold text-base underline decoration-1 underline-offset-4 lg:hidden print:hidden"
        >
          {t("masthead.menu")}
        </button>
        <div id={MENU} popover="auto" className="masthead-menu">
          <MastheadNav
            label={t("masthead.nav")}
            locale={locale}
            items={[
              { path: "/areas", text: t("masthead.areas") },
              { path: "/providers", text: t("masthead.providers") },
              { path: "/map", text: t("masthead.map") },
              { path: "/about/how-we-count", text: t("masthead.howWeCount") },
              { path: "/reports/new", text: t("masthead.report") },
            ]}
          />
          <div className="masthead-own">
            <LanguageSwitch locale={locale} names={{ en: t("language.en"), cy: t("language.cy") }} />
            <AccountLinks
              locale={locale}
              words={{
                signIn: t("masthead.signIn"),
                signedIn: t.raw("masthead.signedIn"),
                reports: t("masthead.myReports"),
                moderation: t("masthead.moderation"),
                entry: t("masthead.entry"),
              }}
            />
          </div>
        </div>
      </div>
    </header>
  );
}
