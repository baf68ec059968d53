import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { StateBadge } from "@/components/reports/state-badge";
import type { QueueItem } from "@/domain/reports/queue";

/** The queue: what each report is, why it is there, and whether somebody has it. */
export function QueueList({ items, showWaits }: { items: readonly QueueItem[]; showWaits: boolean }) {
  return (
    <ol className="border-ink border-t-2">
      {items.map((item) => (
        <li key={item.id} className="border-rule border-b py-4">
          <Item item={item} showWaits={showWaits || item.isOwn} />
        </li>
      ))}
    </ol>
  );
}

function Item({ item, showWaits }: { item: QueueItem; showWaits: boolean }) {
  const t = useTranslations("moderation");
  const services = useTranslations("services.category");
  const format = useMoments();
  const { held, waitingSince, reviews } = item;
  const time = held && format.time(held.until);
  return (
    <>
      <h2 className="text-xl">
        <LocalLink href={`/moderation/${item.id}`} className="queue-item">
          {item.title}
        </LocalLink>
      </h2>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        <StateBadge state={item.state} />
        <span>{item.category ? services(item.category) : null}</span>
        <span>{item.where}</span>
        <span className="text-ink-soft">
          {waitingSince
            ? t("queue.waiting", {
                date: format.moment(waitingSince),
              })
            : null}
        </span>
      </p>
      <p>
        {t("queue.here")}: {item.why.map(({ rule, words }) => t(`why.${rule}`, words)).join("; ")}.{" "}
        {reviews.confirmed + reviews.disputed > 0 ? t("queue.reviews", reviews) : null}
      </p>
      <p className="text-ink-soft">{t("queue.record", item.record)}</p>
      {held && time ? (
        <p className="font-semibold">
          {held.byMe
            ? t("queue.heldByMe", { time })
            : t("queue.heldBy", { who: t("one.moderator", { handle: held.handle }), time })}
        </p>
      ) : null}
      {item.isOwn ? <p>{t("queue.own")}</p> : null}
      {showWaits && item.waits ? (
        <p className="font-semibold text-accent">{t(`waits.${item.waits}`)}</p>
      ) : null}
    </>
  );
}
