import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/layout/local-link";
import { Section } from "@/components/ui/section";
import { momentWords } from "@/domain/dates/moment-in-words";
import { type AccountRead, WORK_DAYS } from "@/server/campaigners/load-accounts";

/** What somebody did lately, how often and when last; how long it took is nobody's to see. */
export async function AccountWork({ account: { id, work, approved } }: { account: AccountRead }) {
  const t = await getTranslations("account.accounts");
  const audit = await getTranslations("moderation.audit");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  const gap = () => "…";
  const cell = "py-2 pr-4 text-left";
  return (
    <Section id="work" title={t("workTitle", { days: WORK_DAYS })} note={t("workNote")}>
      {work.length === 0 ? <p>{t("workNone")}</p> : null}
      {approved.count > 0 ? <p className="mb-4">{t("approved", approved)}</p> : null}
      {work.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section aria-label={t("workTitle", { days: WORK_DAYS })} className="overflow-x-auto" tabIndex={0}>
          <table className="w-full border-collapse">
            <thead>
              <tr className="border-ink border-b-2">
                {(["what", "count", "last"] as const).map((column) => (
                  <th key={column} scope="col" className={cell}>
                    {t(`workColumns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {work.map(({ action, count, last }) => (
                <tr key={action} className="border-rule border-b align-top">
                  <th scope="row" className={`${cell} font-normal`}>
                    <LocalLink href={`/admin/audit?${new URLSearchParams({ who: id, action })}`}>
                      {audit.markup(`sentences.${action}`, { who: gap, about: gap })}
                    </LocalLink>
                  </th>
                  <td className={`${cell} tabular-nums`}>{count}</td>
                  <td className={cell}>{format.day(last)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Section>
  );
}
