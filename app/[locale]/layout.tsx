import "@/app/globals.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { FONT_FILES } from "@/app/font-files";
import { pageLocale } from "@/app/i18n/page-locale";
import { textLanguage } from "@/app/i18n/text-language";
import { Footer } from "@/components/layout/footer";
import { Masthead } from "@/components/layout/masthead";
import { SkipLink } from "@/components/layout/skip-link";
import { campaign, siteOrigin } from "@/env";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "common" });
  return {
    metadataBase: new URL(siteOrigin()),
    title: { template: `%s – ${t("siteName")}`, default: t("siteName") },
    description: t("siteDescription"),
    openGraph: { siteName: t("siteName"), type: "website", locale: locale === "cy" ? "cy_GB" : "en_GB" },
  };
}

/** The frame of every page. Pages give their own `h1`; `main`, masthead, footer and language stand here. */
export default async function LocaleLayout({ children, params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("common");
  const chrome = textLanguage(locale, ["common"]);
  const words = textLanguage(locale);
  for (const file of FONT_FILES) preload(file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={locale}>
      <body className="group/page">
        <div lang={chrome}>
          <SkipLink text={t("skipToContent")} />
        </div>
        <Masthead lang={chrome} />
        <main id="main" tabIndex={-1} lang={words} className="mx-auto max-w-page px-4 py-8 sm:px-6">
          {words === locale ? null : (
            <p lang="cy" className="mb-6 text-ink-soft">
              {t("language.untranslated")}
            </p>
          )}
          {children}
        </main>
        <Footer lang={chrome} publisher={campaign()} />
      </body>
    </html>
  );
}
