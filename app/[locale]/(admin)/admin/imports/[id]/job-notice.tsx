import { getTranslations } from "next-intl/server";
import { RefreshWhile } from "@/components/imports/refresh-while";
import { LocalLink } from "@/components/layout/local-link";
import { Notice } from "@/components/ui/notice";
import type { ImportJob } from "@/server/imports/engine/run-job";

/** How far something that goes on with an import has come; the page shows itself anew until it is over. */
export async function JobNotice({ job, path, failed }: { job: ImportJob; path: string; failed: string }) {
  const t = await getTranslations("imports");
  if (job.failed)
    return (
      <Notice tone="important" role="status">
        <p>{failed}</p>
      </Notice>
    );
  const { phase, rows, of } = job;
  return (
    <Notice tone="important" role="status">
      <p>{t("one.working", { phase: t(`phases.${phase}`, { rows, of: of ?? 0 }) })}</p>
      <p>
        <LocalLink href={path}>{t("one.reload")}</LocalLink>
      </p>
      <RefreshWhile />
    </Notice>
  );
}
