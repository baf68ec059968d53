import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { JoinedReports } from "@/components/moderation/joined-reports";
import { type TwinButtons, TwinList } from "@/components/moderation/twin-list";

type Props = {
  same: {
    said: { id: string; path: string; name: string; reportId: string | null } | null;
    twins: ComponentProps<typeof TwinList>["twins"];
    waiting: readonly { id: string; title: string; submittedAt: Date; isSame: boolean }[];
    joined: readonly { id: string; title: string }[];
  };
  /** By id. */
  buttons: TwinButtons;
};

/** What a report about an entry may be the same as: what the entry says already, services that it would be a twin of, and other reports about it. */
export function SameChanges({ same: { said, twins, waiting, joined }, buttons }: Props) {
  const t = useTranslations("moderation.one");
  const format = useMoments();
  if (!said && twins.length + waiting.length + joined.length === 0) return <p>{t("sameChange.none")}</p>;
  return (
    <div className="space-y-4">
      {said ? (
        <div className="border-accent border-l-4 pl-4">
          <p>
            {t("sameChange.said")} <LocalLink href={said.path}>{said.name}</LocalLink>
          </p>
          {said.reportId ? (
            <p>
              <LocalLink href={`/moderation/${said.reportId}`}>{t("sameChange.saidBy")}</LocalLink>
            </p>
          ) : null}
          {buttons[said.id]}
        </div>
      ) : null}
      {twins.length > 0 ? (
        <>
          <p>{t("sameChange.twins")}</p>
          <TwinList twins={twins} buttons={buttons} />
        </>
      ) : null}
      <JoinedReports joined={joined} />
      {waiting.length > 0 ? (
        <>
          <p>{t("sameChange.waiting")}</p>
          <ul className="space-y-3">
            {waiting.map(({ id, title, submittedAt, isSame }) => (
              <li key={id} className="border-accent border-l-4 pl-4">
                <LocalLink href={`/moderation/${id}`}>{title}</LocalLink>
                <br />
                <span className="text-ink-soft">
                  {[
                    t("waitingSince", { date: format.day(submittedAt) }),
                    t(isSame ? "sameChange.isSame" : "sameChange.isOther"),
                  ].join("; ")}
                </span>
                {isSame ? buttons[id] : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
