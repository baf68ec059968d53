import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { QUEUE_FILTERS, type QueueFilter } from "@/domain/reports/queue";

const WORDS = {
  all: "filterAll",
  free: "filterFree",
  mine: "filterMine",
  second: "filterSecond",
  appealed: "filterAppealed",
} as const;

/** Which part of the queue is shown; plain links, so that the choice stands in the address. */
export function QueueFilters({ chosen }: { chosen: QueueFilter }) {
  const t = useTranslations("moderation.queue");
  return (
    <nav aria-label={t("filters")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {QUEUE_FILTERS.map((filter) => (
          <li key={filter}>
            <LocalLink
              href={filter === "all" ? "/moderation" : `/moderation?show=${filter}`}
              aria-current={filter === chosen ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
            >
              {t(WORDS[filter])}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
