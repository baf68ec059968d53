import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import type { SecurityEventKind } from "@/domain/security/event";

type Line = {
  number: number;
  at: Date;
  kind: SecurityEventKind;
  accountId: string | null;
  byId: string | null;
  detail: string;
};

/** Entries of the security log. People are opaque ids. */
export function SecurityLogTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("security.log");
  const format = useMoments();
  const cell = "py-2 pr-4 text-left";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={t("title")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-base">
        <thead>
          <tr className="border-ink border-b-2">
            {(["when", "what", "account", "by", "detail"] as const).map((column) => (
              <th key={column} scope="col" className={cell}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} className="border-rule border-b align-top">
              <td className={cell}>{format.moment(line.at)}</td>
              <td className={cell}>{t(`kind.${line.kind}`)}</td>
              <td className={cell}>
                {line.accountId ? <code className="break-all">{line.accountId}</code> : t("noAccount")}
              </td>
              <td className={cell}>{line.byId ? <code className="break-all">{line.byId}</code> : null}</td>
              <td className={cell}>{line.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
