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
      <div className="mx-auto max-w-page px-4 sm:px-6">
        <div className="flex items-center justify-between gap-4 border-rule border-b py-1 text-base print:hidden">
          <p className="hidden text-ink-soft sm:block">{t("masthead.strapline")}</p>
          <div className="-mr-2 ml-auto flex items-center gap-1">
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
        <p className="pt-4 pb-2 sm:pt-6 sm:text-center">
          <HomeLink
            locale={locale}
            className="inline-block py-1 font-bold font-serif text-[clamp(1.5rem,0.85rem+3.2vw,3.25rem)] text-ink leading-none tracking-tight no-underline hover:text-accent-deep"
          >
            {t("siteName")}
          </HomeLink>
        </p>
        <div className="flex py-1 sm:justify-center">
          <MastheadNav
            label={t("masthead.nav")}
            locale={locale}
            items={[
              { path: "/", text: t("masthead.lookUp") },
              { path: "/map", text: t("masthead.map") },
              { path: "/areas", text: t("masthead.areas") },
              { path: "/providers", text: t("masthead.providers") },
              { path: "/about/how-we-count", text: t("masthead.howWeCount") },
              { path: "/reports/new", text: t("masthead.report") },
            ]}
          />
        </div>
      </div>
    </header>
  );
}
