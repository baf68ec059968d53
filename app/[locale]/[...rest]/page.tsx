import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageLocale } from "@/app/i18n/page-locale";
import { NotFoundPage } from "@/components/layout/not-found-page";

type Props = { params: Promise<{ locale: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props) {
  await pageLocale(params);
  return notFoundMetadata();
}

/** Every address without a page of its own, so that "not found" has the site's frame and language. */
export default async function NoSuchPage({ params }: Props) {
  await pageLocale(params);
  return <NotFoundPage />;
}
