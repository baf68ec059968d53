import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { NATIONS } from "@/domain/areas/area";
import { COMPLAINT_PAGES } from "@/domain/areas/complaints";
import type { Locale } from "@/domain/language/locale";

export type Publisher = { name: string; contact: string; pressContact: string | null; imprint: string };

const heading = "font-sans font-semibold text-lg";
/** Said of the list and not of each link: every page carries it twice, in its HTML and for the browser. */
const links = "mt-1 *:*:inline-block *:*:py-1";

/** What every public page says: that this is not the NHS, that care is free, how to complain, and who publishes it. */
export function Footer({ lang, publisher }: { lang: Locale; publisher: Publisher }) {
  const t = useTranslations("common");
  return (
    <footer lang={lang} className="mt-10 md:mt-16 border-ink border-t-2 bg-panel print:bg-transparent">
      <div className="footer-columns">
        <section aria-labelledby="not-nhs">
          <h2 id="not-nhs" className={heading}>
            {t("footer.notNhsTitle")}
          </h2>
          <p className="mt-1">{t("footer.notNhs")}</p>
          <h2 className={`mt-5 ${heading}`}>{t("footer.who")}</h2>
          <p className="mt-1">{t("footer.publishedBy", { name: publisher.name })}</p>
          <p>{t("footer.contact", { contact: publisher.contact })}</p>
          {publisher.pressContact ? <p>{t("footer.press", { contact: publisher.pressContact })}</p> : null}
          <p>{t("footer.imprint", { imprint: publisher.imprint })}</p>
        </section>
        <section aria-labelledby="complain">
          <h2 id="complain" className={heading}>
            {t("footer.complainTitle")}
          </h2>
          <p className="mt-1">{t("footer.complain")}</p>
          <ul className={links}>
            {NATIONS.map((nation) => (
              <li key={nation}>
                <a href={COMPLAINT_PAGES[nation]} rel="noopener">
                  {t(`complaints.${nation}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <nav aria-label={t("footer.label")}>
          <h2 className={heading}>{t("footer.more")}</h2>
          <ul className={`${links} columns-2 gap-x-6 md:columns-1`}>
            <FooterLink href="/about/how-we-count" text={t("footer.howWeCount")} />
            <FooterLink href="/coverage" text={t("footer.coverage")} />
            <FooterLink href="/about/corrections" text={t("footer.corrections")} />
            <FooterLink href="/data" text={t("footer.data")} />
            <FooterLink href="/privacy" text={t("footer.privacy")} />
            <FooterLink href="/accessibility" text={t("footer.accessibility")} />
          </ul>
        </nav>
        <p className="text-ink-soft text-sm md:col-span-3">{t("footer.licence")}</p>
      </div>
    </footer>
  );
}

function FooterLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <LocalLink href={href}>{text}</LocalLink>
    </li>
  );
}
