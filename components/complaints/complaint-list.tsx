import { useTranslations } from "next-intl";
import { ClockLine } from "@/components/complaints/clock-line";
import { LocalLink } from "@/components/layout/local-link";
import { GroupingNav, QueueGroups } from "@/components/moderation/queue-groups";
import type { ComplaintKind } from "@/domain/complaint-kinds";
import type { ComplainedType } from "@/domain/complaints/complaint";
import type { ComplaintClocks, TimeLeft } from "@/domain/complaints/complaint-clock";
import type { QueueGroup } from "@/domain/reports/queue";
import {
  COMPLAINT_GROUPINGS,
  isNarrowed,
  type QueueAddress,
  viewOf,
  writeQueueAddress,
} from "@/domain/reports/queue-address";

type Line = {
  id: string;
  recordType: ComplainedType;
  kind: ComplaintKind;
  name: string;
  days: number;
  waiting: number;
  isFlagged: boolean;
  decidedAt: Date | null;
  clocks: ComplaintClocks;
  left: TimeLeft;
};
type Props = {
  /** What the page shows of the queue: the next pages are of the same. */
  address: QueueAddress;
  complaints: {
    entries: readonly Line[];
    total: number;
    entriesInAll: number;
    page: number;
    pages: number;
    groups: readonly QueueGroup[] | null;
  };
};

/** Complaints that wait, before everything else that does, by entry: of each the one to read first, with how long it has waited. */
export function ComplaintList({ complaints, address }: Props) {
  const { entries, total, entriesInAll, page, pages, groups } = complaints;
  const { group } = address;
  const t = useTranslations("moderation.brake");
  const kinds = useTranslations("complaints.form.kinds");
  const isPart = isNarrowed(address);
  const pageAt = (number: number) =>
    `/moderation${writeQueueAddress({ ...viewOf(address), lane: "complaints" })}&complaints=${number}`;
  return (
    <section aria-labelledby="complaints-title" className="my-6">
      <h2 id="complaints-title">{t("complaintsTitle")}</h2>
      <p className="mt-2">
        {total === 0
          ? t(isPart ? "complaintsNoneFound" : "complaintsNone")
          : t(isPart ? "complaintsFound" : "complaintsCount", { total, entries: entriesInAll })}
      </p>
      {address.lane === "complaints" ? <GroupingNav address={address} by={COMPLAINT_GROUPINGS} /> : null}
      {groups && groups.length > 0 && group ? (
        <QueueGroups groups={groups} by={group} address={address} counted="complaints" />
      ) : null}
      <ul className="mt-2">
        {entries.map(({ id, recordType, kind, name, days, waiting, isFlagged, ...clock }) => (
          <li key={id} className="border-rule border-b py-3">
            <LocalLink href={`/moderation/complaints/${id}`}>{name}</LocalLink>
            <p className="text-ink-soft">
              {t(`types.${recordType}`)} · {kinds(kind)} · {t("age", { days })}
              {isFlagged ? ` · ${t("flagged")}` : null}
              {waiting > 1 ? ` · ${t("more", { count: waiting - 1 })}` : null}
            </p>
            <ClockLine {...clock} />
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <p className="mt-3 flex flex-wrap gap-x-6">
          <span>{t("pageOf", { page, pages })}</span>
          {page > 1 ? <LocalLink href={pageAt(page - 1)}>{t("pageBefore")}</LocalLink> : null}
          {page < pages ? <LocalLink href={pageAt(page + 1)}>{t("pageAfter")}</LocalLink> : null}
        </p>
      ) : null}
      <p className="mt-3">
        <LocalLink href="/moderation/records">{t("recordsLink")}</LocalLink>
      </p>
    </section>
  );
}
