import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";

type Props = {
  /** `isSame` is null while the reader has not said it all. */
  waiting: readonly { ownId: string | null; waitingSince: Date; isSame: boolean | null }[];
};

/** Reports that others sent of the same entry, and that nobody has looked at yet: who is about to send one too need not wonder. */
export function WaitingChanges({ waiting }: Props) {
  const t = useTranslations("reports.change.waiting");
  const own = useTranslations("reports.likely")("own");
  const format = useMoments();
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-title" className="max-w-line border-2 border-ink bg-sheet p-4">
      <h2 id="waiting-title" className="text-xl">
        {t("title", { count: waiting.length })}
      </h2>
      <ul className="mt-2 space-y-2">
        {waiting.map(({ ownId, waitingSince, isSame }) => (
          <li key={`${ownId}${waitingSince.getTime()}`}>
            {t("line", {
              date: format.day(waitingSince),
              same: isSame === null ? "unknown" : isSame ? "yes" : "no",
            })}{" "}
            {ownId ? <LocalLink href={`/reports/${ownId}`}>{own}</LocalLink> : null}
          </li>
        ))}
      </ul>
      <p className="mt-3">{t("note", { count: waiting.length })}</p>
    </section>
  );
}
