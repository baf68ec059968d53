import { usePathname, useSearchParams } from "next/navigation";
import { withoutLocale } from "@/domain/language/locale";
import { keptQuery } from "@/domain/reports/kept-query";

/** What a way to this same page takes along. Read within a `Suspense`: a page that is cached is drawn before anybody asks for it. */
export function useKeptQuery(): string {
  const path = withoutLocale(usePathname());
  const search = useSearchParams();
  return keptQuery(path, search ?? new URLSearchParams());
}
