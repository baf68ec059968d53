import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { countingTitle } from "@/app/i18n/counting-title";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { canonicalUrl } from "@/app/i18n/page-address";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { GonePage } from "@/components/layout/gone-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { PlacePage } from "@/components/places/place-page";
import { registeredValues } from "@/components/places/use-registered";
import { dateInWords } from "@/domain/dates/in-words";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import type { PlaceAnswer } from "@/domain/pages/place-answer";
import { findMovedPage } from "@/server/pages/find-moved-page";
import { isErasedAddress } from "@/server/pages/is-erased-address";
import { loadPlacePage } from "@/server/pages/load-place-page";

type Props = { params: Promise<{ locale: string; definition?: string; slug: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache(loadPlacePage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const definition = await pageDefinition(params);
  const page = await load(slug, definition);
  if (!page) return notFoundMetadata();
  const { name } = page.place;
  const t = await getTranslations("places");
  return pageMetadata(locale, `/places/${slug}`, {
    title: await countingTitle(t("metaTitle", { name })),
    description: await descriptionOf(page.answer, name),
  });
}

/** Of a practice what the regulator's register says, with its day: search engines and shared links show it. */
async function descriptionOf(answer: PlaceAnswer, name: string): Promise<string> {
  const t = await getTranslations("places");
  if (!("registered" in answer) || !answer.registered || answer.key === "was-registered")
    return t("metaDescription", { name });
  const common = await getTranslations("common");
  const language = common("dateLanguage") === "cy" ? "cy" : "en";
  const values = registeredValues(answer.registered, name, {
    t: await getTranslations("places.registered"),
    why: await getTranslations("services.claim.registrationDoubt"),
    inWords: (date) => dateInWords(date, language),
  });
  const isOne = answer.key === "registered" ? null : answer.services === 1 && answer.providers.length === 1;
  if (isOne === null) return t(`registered.kinds.${answer.registered.kind}`, values);
  return t(isOne ? "registered.outsourced" : "registered.runs", values);
}

/** A record that was merged or renamed leads on for good; one that is not public is not found. */
export default async function PlaceRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const definition = await pageDefinition(params);
  const page = await load(slug, definition);
  if (page) return <PlacePage page={page} pageUrl={canonicalUrl(locale, `/places/${slug}`)} />;
  const moved = await findMovedPage("place", slug);
  if (moved) permanentRedirect(localPath(locale, countingPath(definition, moved)));
  return (await isErasedAddress("place", slug)) ? <GonePage /> : <NotFoundPage />;
}
