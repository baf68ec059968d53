import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import type { Role } from "@/domain/actor";

type Line = {
  id: string;
  email: string;
  handle: string;
  called: string | null;
  role: Role;
  since: Date;
  hasSignedIn: boolean;
  suspendedAt: Date | null;
};

/** Accounts, for admins alone: nobody else sees an address. */
export function AccountTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("account.accounts");
  const format = useMoments();
  const cell = "py-2 pr-4 text-left";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={t("title")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-base">
        <thead>
          <tr className="border-ink border-b-2">
            {(["who", "role", "since", "state"] as const).map((column) => (
              <th key={column} scope="col" className={cell}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="border-rule border-b align-top">
              <th scope="row" className={cell}>
                <LocalLink href={`/admin/campaigners/${line.id}`} className="break-all">
                  {line.email}
                </LocalLink>{" "}
                <span className="font-normal text-ink-soft">{line.called ?? line.handle}</span>
              </th>
              <td className={cell}>{t(`roles.${line.role}`)}</td>
              <td className={cell}>{format.day(line.since)}</td>
              <td className={cell}>
                {line.suspendedAt
                  ? t("suspended", { date: format.day(line.suspendedAt) })
                  : t(line.hasSignedIn ? "active" : "notSignedIn")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
