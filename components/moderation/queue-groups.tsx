import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import type { QueueGroup } from "@/domain/reports/queue";
import {
  type ComplaintGrouping,
  type QueueAddress,
  type QueueGrouping,
  writeQueueAddress,
} from "@/domain/reports/queue-address";

type Grouping = QueueGrouping | ComplaintGrouping;
const PARTS = { author: "like", source: "source", town: "town", batch: "batch", problem: "problem" } as const;

/** What the reports, or the complaints, of a view can be put together by; the whole list is one of the choices. */
export function GroupingNav({ address, by }: { address: QueueAddress; by: readonly Grouping[] }) {
  const t = useTranslations("moderation.queue");
  const choices = [null, ...by];
  return (
    <nav aria-label={t("together")}>
      <ul className="flex flex-wrap items-center gap-x-6">
        <li aria-hidden>{t("together")}:</li>
        {choices.map((group) => (
          <li key={group ?? "none"}>
            <LocalLink
              href={`/moderation${writeQueueAddress({ ...address, group, after: null })}`}
              aria-current={group === address.group ? "true" : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
            >
              {t(`by.${group ?? "none"}`)}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Props = {
  groups: readonly QueueGroup[];
  by: Grouping;
  address: QueueAddress;
  /** Of what they are. */
  counted: "count" | "complaints";
};

/** Groups of reports or of complaints, the largest first; each leads to its reports. Of an account nothing is told but what it sent. */
export function QueueGroups({ groups, by, address, counted }: Props) {
  const t = useTranslations("moderation.queue");
  const kinds = useTranslations("complaints.form.kinds");
  const format = useMoments();
  const called = (key: string | null, name: string | null) => {
    const problem = by === "problem" ? COMPLAINT_KINDS.find((kind) => kind === key) : undefined;
    return problem ? kinds(problem) : name;
  };
  return (
    <ol className="border-ink border-t-2">
      {groups.map(({ key, name, report, count, oldest }, index) => {
        const found = { ...address, group: null, after: null, [PARTS[by]]: key ?? report };
        return (
          <li key={key ?? report} className="border-rule border-b py-3">
            <LocalLink href={`/moderation${writeQueueAddress(found)}`} className="font-semibold">
              {by === "author" ? t("account", { number: index + 1 }) : (called(key, name) ?? t("noName"))}
            </LocalLink>
            <p>
              {t(counted, { count })}
              {oldest ? `. ${t("oldest", { date: format.day(oldest) })}` : ""}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
