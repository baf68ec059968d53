import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";

type Props = {
  /** The `refOfArea` of the page that leads there. */
  area?: string;
  /** What was looked for and not found. */
  whereabouts?: string;
};

/** The way to tell us of something without an account and without a source. */
export function TipLink({ area, whereabouts }: Props) {
  const t = useTranslations("tips");
  const known = new URLSearchParams({
    ...(area ? { area } : {}),
    ...(whereabouts ? { where: whereabouts } : {}),
  }).toString();
  return (
    <LocalLink href={known ? `/tips?${known}` : "/tips"} className="inline-flex min-h-11 items-center">
      {t("link")}
    </LocalLink>
  );
}
