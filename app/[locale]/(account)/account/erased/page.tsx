import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { PageTitle } from "@/components/layout/page-title";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account.own" });
  return { title: t("erasedTitle"), robots: { index: false } };
}

/** Where somebody arrives who has just erased their account. */
export default async function ErasedPage({ params }: Props) {
  await pageLocale(params);
  const t = await getTranslations("account.own");
  return <PageTitle intro={<p>{t("erased")}</p>}>{t("erasedTitle")}</PageTitle>;
}
