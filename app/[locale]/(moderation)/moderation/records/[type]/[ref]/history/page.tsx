import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { EventsForModerators } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/history/events";
import {
  RevertPreview,
  TakeBackPreview,
} from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/history/revert-preview";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DoneNotice } from "@/components/ui/done-notice";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadHistory } from "@/server/records/load-history";

type Props = { params: Promise<{ locale: string; type: string; ref: string }>; searchParams: Query };

const DONE = ["reverted", "taken-back", "split"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.history" });
  return { title: t("title"), robots: { index: false } };
}

/** What happened to an entry, by whom and why; from here an earlier state is brought back, or a change taken back, once it was shown what that does. */
export default async function RecordHistoryForModeratorsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { type, ref } = await params;
  const base = `/moderation/records/${type}/${ref}`;
  const query = new URLSearchParams();
  for (const name of ["to", "undo", "done"]) {
    const value = await queryValue(searchParams, name);
    if (value !== "") query.set(name, value);
  }
  const actor = await requireRole("moderator", localPath(locale, `${base}/history?${query}`));
  const history = await loadHistory(getDb(), actor, type, decodeURIComponent(ref)).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("moderation.history");
  const [queue, common] = [await getTranslations("moderation.queue"), await getTranslations("common")];
  const done = DONE.find((known) => known === query.get("done"));
  const [to, undo] = [query.get("to"), query.get("undo")];
  const isPreview = to !== null || undo !== null;
  const path = localPath(locale, `${base}/history`);
  const hidden = { locale, type, ref };
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath(locale, "/moderation"), text: queue("title") },
          { href: localPath(locale, base), text: history.record.name },
          ...(isPreview ? [{ href: path, text: t("title") }] : []),
        ]}
      />
      <PageTitle over={history.record.name}>{t(isPreview ? "previewTitle" : "title")}</PageTitle>
      {done ? (
        <DoneNotice>
          <p>{t(`done.${done}`)}</p>
        </DoneNotice>
      ) : null}
      {undo !== null ? (
        <TakeBackPreview actor={actor} undo={undo} hidden={hidden} path={path} />
      ) : to !== null ? (
        <RevertPreview actor={actor} history={history} to={to} hidden={hidden} path={path} />
      ) : (
        <EventsForModerators history={history} base={base} />
      )}
    </>
  );
}
