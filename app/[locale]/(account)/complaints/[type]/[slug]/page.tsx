import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages, getTranslations } from "next-intl/server";
import { complain } from "@/app/[locale]/(account)/complaints/[type]/[slug]/actions";
import type { Query } from "@/app/[locale]/(account)/query";
import { sentInQuery } from "@/app/[locale]/(account)/read-sent";
import { senderWords } from "@/app/[locale]/(account)/sender-words";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { ComplaintForm } from "@/components/complaints/complaint-form";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SentNotice } from "@/components/senders/sent-notice";
import { TipLink } from "@/components/tips/tip-link";
import { hasRole } from "@/domain/actor";
import {
  complainedPath,
  complaintKindsOf,
  KEEP_ADDRESS_DAYS,
  typeOfFolder,
} from "@/domain/complaints/complaint";
import { localPath } from "@/domain/language/locale";
import { campaign } from "@/env";
import { currentActor } from "@/server/auth/current-actor";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string; type: string; slug: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { type, slug } = await params;
  const t = await getTranslations({ locale, namespace: "complaints.form" });
  const words = { title: t("title"), description: t("metaDescription") };
  return { ...(await pageMetadata(locale, `/complaints/${type}/${slug}`, words)), robots: { index: false } };
}

/** For everybody, with an account or without: it depends on nobody's session but for the moderators' link. */
export default async function ComplaintPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { type: folder, slug } = await params;
  const type = typeOfFolder(folder);
  const record = type && (await findPublicRecord(getDb(), type, slug));
  if (!type || !record) notFound();
  const t = await getTranslations("complaints.form");
  const categories = await getTranslations("services.category");
  const name = record.name ?? t("nameless", { category: categories(record.category) });
  const messages = await getMessages();
  const words = await senderWords("complaints", t("emailHint", { days: KEEP_ADDRESS_DAYS }));
  const sent = await sentInQuery(searchParams);
  const isModerator = hasRole(await currentActor(), "moderator");
  return (
    <>
      <PageTitle
        over={t("about", { name })}
        intro={sent ? null : <Intro isNameless={record.name === null} />}
      >
        {t(type === "area" ? "areaTitle" : "title")}
      </PageTitle>
      {sent ? (
        <SentNotice sent={sent} title={t("sentTitle")} contact={campaign().contact} />
      ) : (
        <ComplaintForm
          action={complain}
          path={localPath(locale, `/complaints/${folder}/${slug}`)}
          hidden={{ locale, folder, slug }}
          kinds={complaintKindsOf(type).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          words={{
            ...words,
            kind: t("kind"),
            why: t("why"),
            whyHint: t("whyHint"),
            button: t("send"),
            notice: messages.complaints.form.notice,
          }}
        />
      )}
      {record.slug === null ? null : (
        <p className="mt-6">
          <LocalLink href={complainedPath(type, record.slug)}>{t("back", { name })}</LocalLink>
        </p>
      )}
      {type === "area" ? (
        <p className="mt-3">
          <TipLink area={slug} />
        </p>
      ) : null}
      {isModerator && type !== "area" ? (
        <p className="mt-3">
          <LocalLink href={`/moderation/records/${type}/${slug}`}>{t("moderator")}</LocalLink>
        </p>
      ) : null}
    </>
  );
}

async function Intro({ isNameless }: { isNameless: boolean }) {
  const t = await getTranslations("complaints.form");
  return (
    <>
      <p>{t("intro")}</p>
      {isNameless ? <p className="mt-2">{t("namelessIntro")}</p> : null}
    </>
  );
}
