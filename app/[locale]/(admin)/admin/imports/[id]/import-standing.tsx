import { getTranslations } from "next-intl/server";
import { JobNotice } from "@/app/[locale]/(admin)/admin/imports/[id]/job-notice";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/domain/imports/counted";
import type { ImportRead } from "@/server/imports/load-import";
import { jobOf } from "@/server/imports/run-job";

/** How an import stands: what was just done, what goes on, and what it is. */
export async function ImportStanding({ read, done, path }: { read: ImportRead; done: string; path: string }) {
  const t = await getTranslations("imports");
  const job = jobOf(read.id);
  const { source, counts } = read;
  const kept = read.keptWhenUndone ?? [];
  const facts = [
    {
      id: "source",
      name: t("one.facts.source"),
      value: `${source.title}, ${source.publisher}, ${source.publishedOn}`,
    },
    { id: "file", name: t("one.facts.file"), value: read.fileName ?? t("one.facts.pasted") },
    ...(read.cleaned && read.cleaned.length > 0
      ? [
          {
            id: "cleaned",
            name: t("one.facts.cleaned"),
            value: read.cleaned.map((key) => t(`cleaned.${key as "tabs"}`)).join(" "),
          },
        ]
      : []),
    ...(read.isComplete
      ? [{ id: "complete", name: t("one.facts.complete"), value: t("one.facts.completeYes") }]
      : []),
    ...(read.override
      ? [
          {
            id: "override",
            name: t("one.override"),
            value: [
              ...read.override.doubts.map((key) => t(`one.overrides.${key}`)),
              read.override.because,
            ].join(" "),
          },
        ]
      : []),
    ...(read.rule ? [{ id: "rule", name: t("one.facts.rule"), value: read.rule }] : []),
    ...(read.refusedBecause
      ? [{ id: "refused", name: t("one.facts.refused"), value: read.refusedBecause }]
      : []),
    ...(kept.length > 0
      ? [{ id: "kept", name: t("one.facts.kept"), value: kept.map(({ name }) => name).join("; ") }]
      : []),
  ];
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
      <p className="font-semibold text-xl">{t("one.counts", counted(counts))}</p>
      <p>{t("one.countsWarnings", { warnings: counts.warnings ?? 0 })}</p>
      {read.format === "waiting-times" ? (
        <p className="max-w-line">
          {t(`one.care.${careOf(read)}`, { refused: counts.refused ?? 0 })} {t("one.care.older")}
        </p>
      ) : null}
      {read.format === "gp-payments" ? <p className="max-w-line">{t("one.leads")}</p> : null}
      <Facts facts={facts} />
    </div>
  );
}

/** Whether the share of care follows an extract, and if not, why. */
function careOf({ override, counts }: ImportRead): "short" | "open" | "whole" {
  if (override?.doubts.includes("extract-short")) return "short";
  return counts.refused ? "open" : "whole";
}
