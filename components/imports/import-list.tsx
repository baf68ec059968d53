import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { Badge } from "@/components/ui/badge";
import { countsInSentence } from "@/domain/imports/counts-in-sentence";
import type { BatchState } from "@/domain/reports/proposal";

type Line = {
  id: string;
  title: string;
  state: BatchState;
  format: string | null;
  counts: Record<string, number>;
  createdAt: Date;
};

type Range = { page: number; size: number; total: number; words: string };

/** One page of the imports, newest first. What the project ships is among them and leads nowhere. */
export function ImportList({ list, range }: { list: readonly Line[]; range: Range }) {
  const { page, size, total, words } = range;
  const from = (page - 1) * size + 1;
  const pageAt = (number: number) =>
    `/admin/imports?${new URLSearchParams({ ...(words ? { q: words } : {}), page: String(number) })}`;
  const t = useTranslations("imports");
  const format = useMoments();
  return (
    <>
      <p className="my-3 font-semibold">{t("list.shown", { from, to: from + list.length - 1, total })}</p>
      <ul className="border-ink border-t-2">
        {list.map((line) => (
          <li key={line.id} className="border-rule border-b py-3">
            <div className="flex flex-wrap items-baseline gap-x-4">
              {line.format === null ? (
                <span className="font-semibold">{line.title}</span>
              ) : (
                <LocalLink href={`/admin/imports/${line.id}`} className="inline-block py-1 font-semibold">
                  {line.title}
                </LocalLink>
              )}
              <Badge
                tone={line.state === "submitted" ? "warning" : line.state === "approved" ? "good" : "plain"}
              >
                {t(`states.${line.state}`)}
              </Badge>
            </div>
            <p className="text-ink-soft">
              {format.moment(line.createdAt)}
              {" · "}
              {line.format === null ? t("one.shipped") : t("one.counts", countsInSentence(line.counts))}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex gap-6">
        {page > 1 ? <LocalLink href={pageAt(page - 1)}>{t("list.newer")}</LocalLink> : null}
        {from + list.length - 1 < total ? (
          <LocalLink href={pageAt(page + 1)}>{t("list.older")}</LocalLink>
        ) : null}
      </p>
    </>
  );
}
