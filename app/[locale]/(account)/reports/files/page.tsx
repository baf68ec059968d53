import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { ReportFiles } from "@/app/[locale]/(account)/reports/[id]/files/report-files";
import { queryText } from "@/app/[locale]/(account)/reports/new/step-href";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { buttonClasses } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { localPath } from "@/domain/language/locale";
import { requireActorOfPage } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";
import { findChangePath } from "@/server/reports/pages/find-changed-entry";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "reports.files" });
  return { title: t("pageTitle"), robots: { index: false } };
}

/**
 * The photographs and PDFs of a report that is not sent yet. A page of its own, so that nothing typed beside them can be lost by adding one; what
 * was typed is kept before somebody comes here, and signing in leads back here.
 */
export default async function UnsentFilesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const asked = {
    draft: await queryValue(searchParams, "draft"),
    back: await queryValue(searchParams, "back"),
    tip: await queryValue(searchParams, "tip"),
  };
  const { draft, back, tip } = asked;
  const path = localPath(locale, `/reports/files${queryText(asked)}`);
  await requireActorOfPage(path);
  const isNew = (await findKeptDraft(getDb(), draft)) !== undefined;
  const change = isNew ? null : await findChangePath(getDb(), draft);
  // It was sent meanwhile, or ran out: the first page of a report says which.
  if (!isNew && change === null) redirect(localPath(locale, `/reports/new${queryText({ draft })}`));
  const t = await getTranslations("reports.files");
  const step = back === "review" ? "review" : "source";
  const onward = change ?? `/reports/new/${step}${queryText({ draft, tip })}`;
  return (
    <>
      <PageTitle intro={<p>{t("pageIntro")}</p>}>{t("pageTitle")}</PageTitle>
      {(await queryValue(searchParams, "done")) ? (
        <Notice tone="good" role="status">
          <p>{t("done")}</p>
        </Notice>
      ) : null}
      <ReportFiles reportId={draft} locale={locale} path={path} from="kept" back={back} />
      <p className="mt-8">
        <LocalLink href={onward} className={buttonClasses()}>
          {t("onward")}
        </LocalLink>
      </p>
    </>
  );
}
