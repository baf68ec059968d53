import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";

type Line = {
  id: string;
  whereabouts: string;
  link: string | null;
  shown: string | null;
  reportId: string | null;
  flags: readonly string[];
  days: number;
};

/** Open tips: where, whether with a source, and what was done with them. */
export function TipList({ tips }: { tips: readonly Line[] }) {
  const t = useTranslations("moderation");
  return (
    <ul className="border-ink border-t-2">
      {tips.map(({ id, whereabouts, link, shown, reportId, flags, days }) => (
        <li key={id} className="border-rule border-b py-3">
          <LocalLink href={`/moderation/tips/${id}`} className="inline-flex min-h-11 items-center">
            {whereabouts}
          </LocalLink>
          <p className="text-ink-soft">
            {[
              t(link === null ? "tips.lead" : "tips.withSource"),
              t("brake.age", { days }),
              ...(shown === null ? [] : [t("tips.shown")]),
              ...(reportId === null ? [] : [t("tips.reported")]),
              ...(flags.length > 0 ? [t("brake.flagged")] : []),
            ].join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
