import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import type { ComplaintClocks, TimeLeft } from "@/domain/complaints/complaint-clock";

type Props = { clocks: ComplaintClocks; left: TimeLeft; decidedAt: Date | null };

/** How much time is left for a complaint: to decide it, and once that is done, to answer it. */
export function ClockLine({ clocks, left, decidedAt }: Props) {
  const t = useTranslations("moderation.brake.clock");
  const format = useMoments();
  const replyBy = format.day(new Date(clocks.replyBy.getTime() - 1));
  if (decidedAt) return <p>{t("decided", { date: format.moment(decidedAt), replyBy })}</p>;
  const by = format.moment(clocks.decideBy);
  const whose = clocks.isStatutory ? "statutory" : "ours";
  return (
    <p className={left.isOver || clocks.isStatutory ? "font-semibold text-accent" : undefined}>
      {left.isOver ? t(`${whose}.over`, { by }) : t(`${whose}.left`, { by, hours: left.hours })}
    </p>
  );
}
