import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import type { Query } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { beginBulkAction } from "@/app/[locale]/(moderation)/moderation/several/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { BulkRuns } from "@/components/moderation/bulk-runs";
import { SeveralForm } from "@/components/reports/several-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { localPath } from "@/domain/language/locale";
import { BULK_VERDICTS } from "@/domain/reports/bulk";
import { readQueueAddress, viewOf, writeQueueAddress } from "@/domain/reports/queue-address";
import { getDb } from "@/server/database";
import { loadBulkRuns } from "@/server/queue/load-bulk";
import { loadQueue } from "@/server/reports/pages/load-queue";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.bulk" });
  return { title: t("title"), robots: { index: false } };
}

/** Chooses several reports of a view, what is decided of all of them, and why. */
export default async function SeveralPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/moderation/several");
  const actor = await requireRole("moderator", path);
  const asked = await searchParams;
  const address = readQueueAddress((name) => {
    const value = asked[name];
    return typeof value === "string" ? value : "";
  });
  const view = writeQueueAddress(viewOf(address));
  const [queue, runs] = await Promise.all([
    loadQueue(getDb(), actor, { ...address, group: null }),
    loadBulkRuns(getDb(), actor),
  ]);
  const t = await getTranslations("moderation.bulk");
  const why = await getTranslations("moderation.why");
  const { moderation } = await getMessages();
  return (
    <>
      <Breadcrumbs
        label={(await getTranslations("common"))("breadcrumbs")}
        trail={[{ href: localPath(locale, `/moderation${view}`), text: moderation.queue.title }]}
      />
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {queue.items.length === 0 ? (
        <p>{moderation.queue.none}</p>
      ) : (
        <SeveralForm
          action={beginBulkAction}
          path={path}
          name="bulk"
          look="primary"
          words={await smallFormWords()}
          hidden={{ locale, view, submissionKey: randomUUID() }}
          text={moderation.bulk.form}
          decisions={BULK_VERDICTS.map((value) => ({ value, label: moderation.one[value] }))}
          choices={queue.items.map((item) => ({
            value: `${item.id}:${item.version}`,
            label: item.title,
            hint: [
              item.where,
              item.why.map(({ rule, words }) => why(rule, words)).join("; "),
              item.held && !item.held.byMe ? t("heldByOther") : "",
              item.isOwn ? moderation.queue.own : "",
            ]
              .filter(Boolean)
              .join(". "),
          }))}
        />
      )}
      {queue.next !== null ? (
        <p className="my-4">
          <LocalLink href={`/moderation/several${writeQueueAddress({ ...address, after: queue.next })}`}>
            {moderation.queue.nextPage}
          </LocalLink>
        </p>
      ) : null}
      <BulkRuns runs={runs} />
    </>
  );
}
