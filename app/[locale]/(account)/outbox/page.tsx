import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { MailItem } from "@/components/account/mail-item";
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
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {mails.length === 0 ? <p>{t("empty")}</p> : null}
      {mails.map((mail) => (
        <MailItem key={mail.id} mail={mail} />
      ))}
    </>
  );
}
