import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { writeQueueAddress } from "@/domain/reports/queue-address";
import { QUEUE_LANES, type QueueLane } from "@/domain/reports/queue-lane";

type Props = { chosen: QueueLane | null; counts: Readonly<Record<QueueLane, number>> };

/** All that waits, by lane, with how much of it there is. */
export function LaneNav({ chosen, counts }: Props) {
  const t = useTranslations("moderation.queue");
  const all = QUEUE_LANES.reduce((sum, lane) => sum + counts[lane], 0);
  const lanes = [null, ...QUEUE_LANES];
  return (
    <nav aria-label={t("lanes")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {lanes.map((lane) => (
          <li key={lane ?? "all"}>
            <LocalLink
              href={`/moderation${writeQueueAddress({ lane })}`}
              aria-current={lane === chosen ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
            >
              {t(`lane.${lane ?? "all"}`, { count: lane === null ? all : counts[lane] })}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
