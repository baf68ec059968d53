import { useTranslations } from "next-intl";
import { BarTable } from "@/components/ui/bar-table";
import { Section } from "@/components/ui/section";
import {
  AGE_FROM_DAYS,
  AIM_HOURS,
  AIM_SECONDS,
  percentInTime,
  STANDS_AFTER_DAYS,
  type WorkHealth,
  wholePercent,
} from "@/domain/reports/work-health";

/** How the work goes: each number with a bar beside it, so that the plot and its table are one. */
export function HealthTables({ health }: { health: WorkHealth }) {
  const t = useTranslations("moderation.health");
  const why = useTranslations("moderation.why");
  const { hoursToDecision, secondsOfVisit, waitingByAge, verdicts, reasons, approvals, reviews, due } =
    health;
  const one = (id: string, title: string, value: number) => ({ id, title, bars: [{ value }] });
  const numbers = (id: string, title: string, rows: readonly ReturnType<typeof one>[], counts: string) => (
    <Section id={id} title={title}>
      {rows.length === 0 ? <p>{t("nothing")}</p> : null}
      {rows.length > 0 ? <BarTable caption={title} headings={[t("what"), counts]} groups={rows} /> : null}
    </Section>
  );
  const within = percentInTime(hoursToDecision);
  const standing = wholePercent(approvals.standing, approvals.count);
  const spread = (key: "hours" | "seconds", { median, ninetyFifth }: typeof secondsOfVisit) =>
    median === null || ninetyFifth === null
      ? []
      : [
          one("median", t(`${key}.median`), Math.round(median)),
          one("ninety-fifth", t(`${key}.ninetyFifth`), Math.round(ninetyFifth)),
        ];
  return (
    <>
      {numbers("hours", t("hours.title"), spread("hours", hoursToDecision), t("hours.counts"))}
      {within === null ? null : (
        <p>
          {t("hours.aim", {
            aim: AIM_HOURS,
            percent: within,
            count: hoursToDecision.count + hoursToDecision.overdue,
            overdue: hoursToDecision.overdue,
          })}
        </p>
      )}
      {numbers("seconds", t("seconds.title"), spread("seconds", secondsOfVisit), t("seconds.counts"))}
      {secondsOfVisit.count > 0 ? (
        <p>{t("seconds.aim", { aim: AIM_SECONDS, count: secondsOfVisit.count })}</p>
      ) : null}
      {numbers(
        "waiting",
        t("waiting.title"),
        AGE_FROM_DAYS.map((from, index) => {
          const next = AGE_FROM_DAYS[index + 1];
          const title =
            next === undefined ? t("waiting.over", { from }) : t("waiting.between", { from, to: next });
          return one(String(from), title, waitingByAge[index] ?? 0);
        }),
        t("waiting.counts"),
      )}
      {numbers(
        "verdicts",
        t("verdicts.title"),
        verdicts.map(({ verdict, count }) => one(verdict, t(`verdicts.${verdict}`), count)),
        t("verdicts.counts"),
      )}
      <Section id="reasons" title={t("reasons.title")}>
        {reasons.length === 0 ? (
          <p>{t("nothing")}</p>
        ) : (
          <>
            <p>{t("reasons.intro")}</p>
            <BarTable
              caption={t("reasons.title")}
              headings={[t("what"), t("reasons.counts")]}
              groups={reasons.map(({ rule, approved, sentBack, notAccepted }) => ({
                id: rule,
                title:
                  rule === "duplicate" || rule === "doubted" || rule === "waiting"
                    ? t(`reasons.${rule}`)
                    : why(rule),
                bars: [
                  { label: t("reasons.approved"), value: approved },
                  { label: t("reasons.sentBack"), value: sentBack },
                  { label: t("reasons.notAccepted"), value: notAccepted },
                ],
              }))}
            />
          </>
        )}
      </Section>
      <Section id="standing" title={t("standing.title", { days: STANDS_AFTER_DAYS })}>
        {standing === null ? (
          <p>{t("nothing")}</p>
        ) : (
          <>
            <BarTable
              caption={t("standing.title", { days: STANDS_AFTER_DAYS })}
              headings={[t("what"), t("verdicts.counts")]}
              groups={[
                one("stands", t("standing.stands"), approvals.standing),
                one("gone", t("standing.gone"), approvals.count - approvals.standing),
              ]}
            />
            <p>{t("standing.percent", { percent: standing })}</p>
          </>
        )}
      </Section>
      {numbers(
        "reviews",
        t("reviews.title"),
        reviews.flatMap(({ verdict, approved, notApproved }) => [
          one(`${verdict}-approved`, t(`reviews.${verdict}.approved`), approved),
          one(`${verdict}-not`, t(`reviews.${verdict}.not`), notApproved),
        ]),
        t("reviews.counts"),
      )}
      {numbers(
        "due",
        t("due.title"),
        [one("due", t("due.due"), due.due), one("fresh", t("due.fresh"), due.fresh)],
        t("due.counts"),
      )}
    </>
  );
}
