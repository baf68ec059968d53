import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { type AuditWords, type AuditWritten, writeAuditLine } from "@/components/moderation/audit-words";
import { subjectPath } from "@/domain/audit/subject-path";
import { isUuid } from "@/domain/uuid";

type Line = AuditWritten & { number: number; at: Date };

/** Entries of the audit as sentences. People are handles here too; their links lead admins to the account. */
export function AuditTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("moderation.audit");
  const roles = useTranslations("account.accounts.roles");
  const format = useMoments();
  const cell = "py-2 pr-4 text-left";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={t("title")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-base">
        <thead>
          <tr className="border-ink border-b-2">
            {(["number", "when", "what"] as const).map((column) => (
              <th key={column} scope="col" className={cell}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} className="border-rule border-b align-top">
              <td className={cell}>{line.number}</td>
              <td className={cell}>{format.moment(line.at)}</td>
              <td className={cell}>
                <Sentence line={line} words={{ t, roles }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sentence({ line, words }: { line: Line; words: AuditWords }) {
  const { who, about } = writeAuditLine(line, words);
  const whoPath = isUuid(line.actorId) ? subjectPath("campaigner", line.actorId) : null;
  return words.t.rich(`sentences.${line.action}`, {
    who: () => linked(whoPath, who),
    about: () => linked(subjectPath(line.subjectType, line.subjectId), about),
  });
}

function linked(path: string | null, text: string): ReactNode {
  return path === null ? text : <LocalLink href={path}>{text}</LocalLink>;
}
