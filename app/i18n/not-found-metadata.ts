import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** Title of a page that has nothing to show; search engines are told not to keep it. */
export async function notFoundMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.errors");
  return { title: t("notFoundTitle"), robots: { index: false } };
}
