import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { JoinedReports } from "@/components/moderation/joined-reports";
import type { TwinButtons } from "@/components/moderation/twin-list";
import { LikelyReasons } from "@/components/reports/likely-reasons";
import type { LikelyReason } from "@/domain/twins/score-twin";

type Props = {
  waiting: readonly {
    id: string;
    title: string;
    where: string;
    submittedAt: Date;
    reasons: LikelyReason[];
  }[];
  joined: readonly { id: string; title: string }[];
  buttons: TwinButtons;
};

/** Other reports that may be of the same service, and those that were found to be. Whose they are is told to nobody. */
export function WaitingTwins({ waiting, joined, buttons }: Props) {
  const t = useTranslations("moderation.one");
  const format = useMoments();
  return (
    <>
      <JoinedReports joined={joined} />
      {waiting.length > 0 ? (
        <>
          <p>{t("waitingTwins")}</p>
          <ul className="space-y-3">
            {waiting.map(({ id, title, where, submittedAt, reasons }) => (
              <li key={id} className="border-accent border-l-4 pl-4">
                <LocalLink href={`/moderation/${id}`}>{title}</LocalLink>
                <br />
                {[where, t("waitingSince", { date: format.day(submittedAt) })].filter(Boolean).join("; ")}
                <br />
                <LikelyReasons reasons={reasons} />
                {buttons[id]}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
