import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import type { DatasetRead } from "@/domain/areas/reference-dataset";
import { partialDateSchema } from "@/domain/dates/partial-date";

/** Which lists of postcodes the look-up goes by, and how old they are. Nothing where none is loaded. */
export function PostcodeData({ datasets }: { datasets: readonly DatasetRead[] }) {
  const t = useTranslations("look-up.data");
  const inWords = useDates();
  if (datasets.length === 0) return null;
  const vintage = (text: string) => (partialDateSchema.safeParse(text).success ? inWords(text) : text);
  const lists = datasets.map((list) => t("list", { title: list.title, vintage: vintage(list.vintage) }));
  return (
    <p id="postcode-data" className="max-w-line text-base text-ink-soft">
      {t("lists", { count: lists.length, lists: lists.join("; ") })}{" "}
      <LocalLink href="/data">{t("link")}</LocalLink>
    </p>
  );
}
