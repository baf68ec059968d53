import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";

/** Reports that were begun and not sent, each a link to the page on which it goes on. */
export function BegunLines({
  lines,
}: {
  lines: readonly { draftId: string; path: string; title: string; until: Date }[];
}) {
  const t = useTranslations("reports.list");
  const format = useMoments();
  return (
    <ul className="border-ink border-t-2">
      {lines.map(({ draftId, path, title, until }) => (
        <li key={draftId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-rule border-b py-3">
          <LocalLink href={path} className="font-semibold">
            {title || t("untitled")}
          </LocalLink>
          <span className="text-ink-soft">{t("until", { date: format.day(until) })}</span>
        </li>
      ))}
    </ul>
  );
}
