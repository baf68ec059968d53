import { getTranslations } from "next-intl/server";
import { ImportFactList } from "@/app/[locale]/(admin)/admin/imports/[id]/import-facts";
import { JobNotice } from "@/app/[locale]/(admin)/admin/imports/[id]/job-notice";
import { ImportComment } from "@/components/imports/import-comment";
import { LocalLink } from "@/components/layout/local-link";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { momentWords } from "@/domain/dates/moment-in-words";
import { countsInSentence } from "@/domain/imports/counts-in-sentence";
import type { ImportRead } from "@/server/imports/engine/load-import";
import { jobOf } from "@/server/imports/engine/run-job";

/** How an import stands: what was just done, what goes on, and what it is. */
export async function ImportStanding({ read, done, path }: { read: ImportRead; done: string; path: string }) {
  const t = await getTranslations("imports");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  const job = jobOf(read.id);
  const { counts } = read;
  return (
    <div className="space-y-4">
      {job ? (
        <JobNotice job={job} path={path} failed={t("one.failed")} />
      ) : done === "yes" || done === "again" ? (
        <Notice tone="good" role="status">
          <p>{done === "again" ? t("one.again") : t("one.done")}</p>
        </Notice>
      ) : null}
      <p>
        <Badge tone={read.state === "approved" ? "good" : "strong"}>{t(`states.${read.state}`)}</Badge>
      </p>
      {read.waitsUntil ? (
        <Notice tone="important">
          <p>{t("one.waits", { date: format.moment(read.waitsUntil) })}</p>
        </Notice>
      ) : null}
      {read.namesOrganisations ? (
        <p>
          <LocalLink href={`${path}/organisations`}>{t("one.toOrganisations")}</LocalLink>
        </p>
      ) : null}
      {read.comments.length > 0 ? (
        <Section id="comments" title={t("one.comments")} note={t("one.commentsNote")}>
          {read.comments.map((comment) => (
            <ImportComment key={comment.id} comment={comment} isNamed />
          ))}
        </Section>
      ) : null}
      <p className="font-semibold text-xl">{t("one.counts", countsInSentence(counts))}</p>
      <p>{t("one.countsWarnings", { warnings: counts.warnings ?? 0 })}</p>
      {read.notes.length > 0 ? (
        <p className="max-w-line">
          {read.notes.map((note) => t(`one.${note}`, { refused: counts.refused ?? 0 })).join(" ")}
        </p>
      ) : null}
      <ImportFactList read={read} />
    </div>
  );
}
