import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";

type Line = {
  number: number;
  at: Date;
  actorId: string;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string;
};

/** Entries of the audit. People are opaque ids here too. */
export function AuditTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("moderation.audit");
  const format = useMoments();
  const head = "py-2 pr-4 text-left";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={t("title")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-base">
        <thead>
          <tr className="border-ink border-b-2">
            {(["number", "when", "who", "what", "subject"] as const).map((column) => (
              <th key={column} scope="col" className={head}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} className="border-rule border-b align-top">
              <td className={head}>{line.number}</td>
              <td className={head}>{format.moment(line.at)}</td>
              <td className={head}>
                {line.actorRole} <code className="break-all">{line.actorId}</code>
              </td>
              <td className={head}>{line.action}</td>
              <td className={head}>
                {line.subjectType} <code className="break-all">{line.subjectId}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
