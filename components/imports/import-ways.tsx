import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";

const WAYS = [
  { what: "list", href: "/admin/imports/new", word: "wayList" },
  { what: "register", href: "/admin/imports/new?what=register", word: "wayEdition" },
] as const;
export type ImportWay = (typeof WAYS)[number]["what"];

/** What somebody brings: each kind of file has a form of its own, at an address of its own. */
export function ImportWays({ chosen }: { chosen: ImportWay }) {
  const t = useTranslations("imports.new");
  return (
    <nav aria-label={t("waysLabel")} className="mb-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {WAYS.map(({ what, href, word }) => (
          <li key={what}>
            <LocalLink
              href={href}
              aria-current={what === chosen ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
            >
              {t(word)}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
