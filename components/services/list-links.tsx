import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { ALL_ROWS, type ListPage, listPagePath } from "@/domain/pages/list-pages";

/** The pages of a long list, each an address of its own, and the one that has every row. */
export function ListLinks({ page, path }: { page: ListPage; path: string }) {
  const t = useTranslations("services.list");
  const { number, pages, total } = page;
  if (pages === 1) return null;
  const link = "inline-flex min-h-11 min-w-11 items-center justify-center px-2";
  const numbers = Array.from({ length: pages }, (_, at) => at + 1);
  return (
    <nav aria-label={t("pages")} className="mt-4 print:hidden">
      <ul className="-mx-2 flex flex-wrap items-center">
        {numbers.map((one) => (
          <li key={one}>
            <LocalLink
              href={listPagePath(path, one) + (one === 1 ? "#services" : "")}
              aria-label={t("page", { page: one, pages })}
              aria-current={one === number ? "page" : undefined}
              className={`${link} aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:no-underline`}
            >
              {one}
            </LocalLink>
          </li>
        ))}
        <li>
          {number === ALL_ROWS ? null : (
            <LocalLink href={listPagePath(path, ALL_ROWS)} className={link}>
              {t("all", { total })}
            </LocalLink>
          )}
        </li>
      </ul>
    </nav>
  );
}
