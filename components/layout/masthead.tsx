import { useLocale, useTranslations } from "next-intl";
import { AccountLinks } from "@/components/account/account-links";
import { HomeLink } from "@/components/layout/home-link";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { MastheadNav } from "@/components/layout/masthead-nav";
import type { Locale } from "@/domain/language/locale";

/** The head of every page. Pages are cached: who is signed in is asked by the browser, see AccountLinks. */
export function Masthead({ lang }: { lang: Locale }) {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <header lang={lang} className="border-ink border-b-2 print:border-b">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4 group-has-data-home/page:lg:py-3 sm:px-6 lg:min-h-13">
        <p className="mr-auto py-1.5">
          <HomeLink
            locale={locale}
            className="inline-block py-1 font-bold font-serif text-ink text-xl leading-none tracking-tight no-underline hover:text-accent-deep group-has-data-home/page:sm:text-[clamp(1.5rem,1rem+1.6vw,2.25rem)]"
          >
            {t("siteName")}
          </HomeLink>
        </p>
        <div className="order-last w-full overflow-x-auto lg:order-none lg:w-auto">
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
        </div>
        <div className="-mr-2 flex items-center gap-1 text-base print:hidden">
          <LanguageSwitch locale={locale} names={{ en: t("language.en"), cy: t("language.cy") }} />
          <AccountLinks
            locale={locale}
            words={{
              signIn: t("masthead.signIn"),
              signedIn: t("masthead.signedIn"),
              reports: t("masthead.myReports"),
              moderation: t("masthead.moderation"),
            }}
          />
        </div>
      </div>
    </header>
  );
}
