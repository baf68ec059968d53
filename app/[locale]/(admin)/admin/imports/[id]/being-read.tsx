import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JobNotice } from "@/app/[locale]/(admin)/admin/imports/[id]/job-notice";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { type Locale, localPath } from "@/domain/language/locale";
import type { ImportJob } from "@/server/imports/engine/run-job";

/** The page of an import whose rows are still being looked at: nothing of it is stored yet. */
export async function BeingRead({ job, locale, path }: { job: ImportJob; locale: Locale; path: string }) {
  if (job.sameAs !== null) redirect(localPath(locale, `/admin/imports/${job.sameAs}?done=again`));
  const t = await getTranslations("imports");
  const common = await getTranslations("common");
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/admin/imports"), text: t("list.title") }]}
      />
      <PageTitle over={t("one.over")} intro={<p>{t("one.readingIntro")}</p>}>
        {t("one.reading")}
      </PageTitle>
      <JobNotice job={job} path={path} failed={t("one.readingFailed")} />
      {job.failed ? (
        <p>
          <LocalLink href="/admin/imports/new">{t("list.new")}</LocalLink>
        </p>
      ) : null}
    </>
  );
}
