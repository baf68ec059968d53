import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getFormatter, getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { MailText } from "@/components/account/mail-text";
import { PageTitle } from "@/components/layout/page-title";
import { loadOutbox } from "@/server/mail/load-outbox";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account" });
  return { title: t("outbox.title"), robots: { index: false } };
}

/** The mail of a local copy. There is no such page in any other mode. */
export default async function OutboxPage({ params }: Props) {
  await pageLocale(params);
  await connection(); // made anew at each visit
  const mails = await loadOutbox();
  if (!mails) notFound();
  const t = await getTranslations("account.outbox");
  const format = await getFormatter();
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {mails.length === 0 ? <p>{t("empty")}</p> : null}
      {mails.map((mail) => (
        <article key={mail.id} aria-labelledby={mail.id} className="mt-8 border-ink border-t pt-3">
          <h2 id={mail.id}>{mail.subject}</h2>
          <p className="mb-3 text-ink-soft">
            {t("to")}: {mail.to} · {t("at")}:{" "}
            {format.dateTime(mail.at, { dateStyle: "medium", timeStyle: "short" })}
          </p>
          <MailText text={mail.text} />
        </article>
      ))}
    </>
  );
}
