import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { LikeAreasPage } from "@/components/areas/like-areas-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { LIKE_ORDERS, likePath, readLike } from "@/domain/figures/compare-services";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { loadLikeAreas } from "@/server/pages/load-like-areas";

type Props = { params: Promise<{ locale: string; definition?: string; like: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const like = readLike((await params).like);
  if (!like) return notFoundMetadata();
  const t = await getTranslations("share-of-care.like");
  const areas = await getTranslations("areas.kinds");
  const nations = await getTranslations("common.nation");
  const { order } = like;
  const named = { kind: areas(like.kind), nation: nations(like.nation) };
  const title = order === LIKE_ORDERS[0] ? t("title", named) : t("titleBy", { ...named, order });
  return pageMetadata(locale, likePath(like, order), {
    title: await countingTitle(title),
    description: t("description", named),
  });
}

/** One address for each list and order, so that each can be cached and works without scripts. */
export default async function LikeAreasRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const like = readLike((await params).like);
  const definition = await pageDefinition(params);
  if (like && !likePath(like, like.order).endsWith(`/${(await params).like}`))
    permanentRedirect(localPath(locale, countingPath(definition, likePath(like, like.order))));
  const page = like && (await loadLikeAreas(like, definition));
  // A nation has boards or trusts of one kind: there is no list of another's.
  if (!page || page.rows.length === 0) return <NotFoundPage />;
  const t = await getTranslations("share-of-care.like");
  const named = {
    kind: (await getTranslations("areas.kinds"))(like.kind),
    nation: (await getTranslations("common.nation"))(like.nation),
  };
  return (
    <>
      <StructuredPage locale={locale} path={likePath(like, like.order)} name={t("title", named)} />
      <LikeAreasPage page={page} definition={definition} />
    </>
  );
}
