import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ComplaintList } from "@/components/complaints/complaint-list";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { QueueFilters } from "@/components/moderation/queue-filters";
import { QueueList } from "@/components/moderation/queue-list";
import { localPath } from "@/domain/language/locale";
import { QUEUE_FILTERS } from "@/domain/reports/queue";
import { loadComplaints } from "@/server/complaints/load-complaints";
import { getDb } from "@/server/database";
import { countProposals } from "@/server/imports/cqc/load-proposals";
import { countImportsToApprove } from "@/server/imports/engine/load-import";
import { loadQueue } from "@/server/reports/pages/load-queue";
import { countTips } from "@/server/tips/load-tips";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.queue" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function ModerationPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("moderator", localPath(locale, "/moderation"));
  const t = await getTranslations("moderation.queue");
  const asked = await queryValue(searchParams, "show");
  const filter = QUEUE_FILTERS.find((known) => known === asked) ?? "all";
  const imports = await countImportsToApprove(getDb(), actor);
  const proposals = await countProposals(getDb(), actor);
  const tips = await countTips(getDb(), actor);
  const complaints = await loadComplaints(
    getDb(),
    actor,
    Number(await queryValue(searchParams, "complaints")),
  );
  const { items, total, holdMinutes } = await loadQueue(getDb(), actor, { filter });
  return (
    <>
      <PageTitle intro={<p>{t("intro", { minutes: holdMinutes })}</p>}>{t("title")}</PageTitle>
      <ComplaintList complaints={complaints} />
      <p className="my-4">
        <LocalLink href="/moderation/tips">{t("tips", { count: tips })}</LocalLink>
      </p>
      <h2 className="mt-10">{t("reportsTitle")}</h2>
      <QueueFilters chosen={filter} />
      {imports > 0 ? (
        <p className="my-4">
          <LocalLink href="/admin/imports">{t("imports", { count: imports })}</LocalLink>
        </p>
      ) : null}
      {proposals > 0 ? (
        <p className="my-4">
          <LocalLink href="/moderation/proposals">{t("proposals", { count: proposals })}</LocalLink>
        </p>
      ) : null}
      <p className="my-4 font-semibold">{t("count", { count: total })}</p>
      {items.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <QueueList items={items} showWaits={actor.role === "admin"} />
      )}
      {items.length < total ? <p className="my-4">{t("first", { count: items.length })}</p> : null}
    </>
  );
}
