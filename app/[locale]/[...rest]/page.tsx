import { notFound } from "next/navigation";
import { pageLocale } from "@/app/i18n/page-locale";

/** Rendered as a cached page, so that its scripts get their hashes; the cache does not keep what is not found. */
export const generateStaticParams = () => [];

/** Every address without a page of its own, so that "not found" has the site's frame and language. */
export default async function NoSuchPage({ params }: { params: Promise<{ locale: string }> }) {
  await pageLocale(params);
  notFound();
}
