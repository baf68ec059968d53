import { useTranslations } from "next-intl";

/** Which photographs and PDFs a report has that is not sent yet; nothing where it has none. */
export function FilesLine({ names }: { names: readonly string[] }) {
  const t = useTranslations("reports.files");
  if (names.length === 0) return null;
  return <p className="mb-6 max-w-line">{t("added", { names: names.join(", ") })}</p>;
}
