import { useLocale, useTranslations } from "next-intl";
import { HomeLink } from "@/components/layout/home-link";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { LocalLink } from "@/components/layout/local-link";
import { MastheadNav } from "@/components/layout/masthead-nav";
import type { Locale } from "@/domain/language/locale";

/** The head of every page. Pages are cached, so that only personal ones know that somebody is signed in. */
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
            <LocalLink
              href="/sign-in"
              className="inline-flex min-h-11 items-center px-2 group-has-data-signed-in/page:hidden"
            >
              {t("masthead.signIn")}
            </LocalLink>
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
