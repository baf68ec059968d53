import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Query } from "@/app/[locale]/(account)/query";
import { QueueKeyPanel } from "@/app/[locale]/(moderation)/moderation/queue-key-panel";
import { QueueViews } from "@/app/[locale]/(moderation)/moderation/queue-views";
import { TakeNext } from "@/app/[locale]/(moderation)/moderation/take-next";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ComplaintList } from "@/components/complaints/complaint-list";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ImportsWaiting } from "@/components/moderation/imports-waiting";
import { LaneNav } from "@/components/moderation/lane-nav";
import { GroupingNav, QueueGroups } from "@/components/moderation/queue-groups";
import { QueueList } from "@/components/moderation/queue-list";
import { QueueSearch } from "@/components/moderation/queue-search";
import { SecondLooks } from "@/components/moderation/second-looks";
import { PractiseFirst } from "@/components/practice/practise-first";
import { Notice } from "@/components/ui/notice";
import { type Locale, localPath } from "@/domain/language/locale";
import {
  isNarrowed,
  QUEUE_GROUPINGS,
  type QueueAddress,
  readQueueAddress,
  viewOf,
  writeQueueAddress,
} from "@/domain/reports/queue-address";
import { readSitting } from "@/domain/reports/sitting";
import { isLookAsked } from "@/domain/second-looks/look-asked";
import { hasPractised } from "@/server/campaigners/finish-practice";
import { loadComplaints } from "@/server/complaints/load-complaints";
import { getDb } from "@/server/database";
import { countProposals } from "@/server/imports/cqc/load-proposals";
import { countImportsToApprove, loadImportsToApprove } from "@/server/imports/engine/load-import";
import { loadQueueViews } from "@/server/queue/keep-view";
import { loadSecondLooks } from "@/server/queue/load-second-looks";
import { loadQueue, MOST_COUNTED, type Queue } from "@/server/reports/pages/load-queue";
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
  const health = await getTranslations("moderation.health");
  const asked = await searchParams;
  const given = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value : "";
  };
  const address = readQueueAddress(given);
  const view = writeQueueAddress(viewOf(address));
  const now = new Date();
  const isPart = isNarrowed(address);
  const [queue, imports, importsCount, proposals, tips, complaints, views, isPractised, looks] =
    await Promise.all([
      loadQueue(getDb(), actor, address, now),
      loadImportsToApprove(getDb(), actor, address, now),
      countImportsToApprove(getDb(), actor),
      countProposals(getDb(), actor),
      countTips(getDb(), actor),
      loadComplaints(getDb(), actor, Number(given("complaints")), now, address),
      loadQueueViews(getDb(), actor),
      hasPractised(getDb(), actor),
      loadSecondLooks(getDb(), actor),
    ]);
  const lanes = { ...queue.lanes, second: queue.lanes.second + looks.length };
  const counts = { ...lanes, complaints: complaints.waiting, imports: importsCount + proposals };
  const { lane } = address;
  const shownLooks = looks.filter((look) => isLookAsked(look, address, now));
  // What registers propose is not sifted: each practice has its own page there.
  const shownProposals = isPart ? 0 : proposals;
  const over = readSitting(given("over"), view);
  return (
    <>
      <PageTitle intro={<p>{t("intro", { minutes: queue.holdMinutes })}</p>}>{t("title")}</PageTitle>
      {isPractised ? null : <PractiseFirst />}
      {queue.limitedTo ? (
        <Notice>
          <p>
            {t("limited", {
              areas: queue.limitedTo
                .map(({ nameEn, nameCy }) => (locale === "cy" ? nameCy : null) ?? nameEn)
                .join(", "),
            })}
          </p>
        </Notice>
      ) : null}
      {over ? (
        <Notice tone="good" role="status">
          <p>{t("sittingOver", { number: over.number })}</p>
          <p>
            <LocalLink href={`/moderation/${encodeURIComponent(given("was"))}`}>{t("was")}</LocalLink>
          </p>
        </Notice>
      ) : null}
      <LaneNav chosen={lane} counts={counts} />
      <QueueSearch address={address} isAreaUnknown={queue.isAreaUnknown || complaints.isAreaUnknown} />
      <QueueViews views={views} view={view} locale={locale} path={localPath(locale, "/moderation")} />
      {lane === null || lane === "complaints" ? (
        <ComplaintList complaints={complaints} address={address} />
      ) : null}
      {lane === null ? (
        <p className="my-4">
          <LocalLink href="/moderation/tips">{t("tips", { count: tips })}</LocalLink>{" "}
          <LocalLink href="/moderation/health" className="ml-4">
            {health("link")}
          </LocalLink>
        </p>
      ) : null}
      {shownLooks.length > 0 && (lane === null || lane === "second") ? (
        <SecondLooks looks={shownLooks} />
      ) : null}
      {lane === "imports" || (lane === null && imports.total + shownProposals > 0) ? (
        <ImportsWaiting
          imports={imports.imports}
          count={imports.total}
          isPart={isPart}
          proposals={shownProposals}
        />
      ) : null}
      {lane === "complaints" || lane === "imports" ? null : (
        <section aria-labelledby="reports-title">
          <h2 id="reports-title" className="mt-10">
            {t("reportsTitle")}
          </h2>
          <GroupingNav address={address} by={QUEUE_GROUPINGS} />
          <Reports
            queue={queue}
            address={address}
            view={view}
            locale={locale}
            isAdmin={actor.role === "admin"}
          />
        </section>
      )}
      <QueueKeyPanel />
    </>
  );
}

type Shown = { queue: Queue; address: QueueAddress; view: string; locale: Locale; isAdmin: boolean };

async function Reports({ queue, address, view, locale, isAdmin }: Shown) {
  const t = await getTranslations("moderation.queue");
  const { items, groups, total, next } = queue;
  const { group } = address;
  return (
    <>
      <p className="my-4 font-semibold">
        {total >= MOST_COUNTED ? t("countMore", { count: MOST_COUNTED }) : t("count", { count: total })}
      </p>
      {total > 0 && !groups ? (
        <>
          <TakeNext view={view} locale={locale} path={localPath(locale, "/moderation")} />
          <p className="my-3">
            <LocalLink href={`/moderation/several${writeQueueAddress({ ...address, group: null })}`}>
              {t("several")}
            </LocalLink>
          </p>
        </>
      ) : null}
      {groups && group ? <QueueGroups groups={groups} by={group} address={address} counted="count" /> : null}
      {items.length > 0 ? (
        <div className="mt-6">
          <QueueList items={items} showWaits={isAdmin} />
        </div>
      ) : null}
      {total === 0 ? <p>{t("none")}</p> : null}
      <p className="my-4 flex flex-wrap gap-x-6">
        {address.after !== null ? (
          <LocalLink href={`/moderation${writeQueueAddress({ ...address, after: null })}`}>
            {t("firstPage")}
          </LocalLink>
        ) : null}
        {next !== null ? (
          <LocalLink href={`/moderation${writeQueueAddress({ ...address, after: next })}`}>
            {t("nextPage")}
          </LocalLink>
        ) : null}
      </p>
    </>
  );
}
