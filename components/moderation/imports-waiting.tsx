import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import type { ImportReason } from "@/domain/imports/why-import";

type Props = {
  imports: readonly {
    id: string;
    title: string;
    submittedAt: Date | null;
    why: readonly ImportReason[];
    held: { byMe: boolean; handle: string; until: Date } | null;
  }[];
  /** Of all of them; `imports` are the first. */
  count: number;
  /** Whether only some of those that wait were asked for. */
  isPart: boolean;
  /** How many practices newer registers say something else of. */
  proposals: number;
};

/** Lists that wait for a second person, and what newer registers propose. */
export function ImportsWaiting({ imports, count, isPart, proposals }: Props) {
  const t = useTranslations("moderation.queue");
  const moderation = useTranslations("moderation.one");
  const reasons = useTranslations("moderation.whyImport");
  const format = useMoments();
  return (
    <section aria-labelledby="imports-title" className="my-6">
      <h2 id="imports-title">{t("importsTitle")}</h2>
      <p className="mt-2">{t(isPart ? "importsFound" : "imports", { count })}</p>
      <ul className="mt-2">
        {imports.map(({ id, title, submittedAt, why, held }) => (
          <li key={id} className="border-rule border-b py-3">
            <LocalLink href={`/admin/imports/${id}`}>{title}</LocalLink>
            {submittedAt ? (
              <p className="text-ink-soft">{t("waiting", { date: format.moment(submittedAt) })}</p>
            ) : null}
            <p>
              {t("here")}: {why.map(({ rule, days }) => reasons(rule, { days })).join("; ")}.
            </p>
            {held ? (
              <p className="font-semibold">
                {held.byMe
                  ? t("heldByMe", { time: format.time(held.until) })
                  : t("heldBy", {
                      who: moderation("moderator", { handle: held.handle }),
                      time: format.time(held.until),
                    })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {proposals > 0 ? (
        <p className="my-4">
          <LocalLink href="/moderation/proposals">{t("proposals", { count: proposals })}</LocalLink>
        </p>
      ) : null}
    </section>
  );
}
