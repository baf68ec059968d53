import { notFound } from "next/navigation";
import { pageLocale } from "@/app/i18n/page-locale";

/** Made-up addresses must not fill the page cache. */
export const dynamic = "force-dynamic";

/** Every address without a page of its own, so that "not found" has the site's frame and language. */
export default async function NoSuchPage({ params }: { params: Promise<{ locale: string }> }) {
  await pageLocale(params);
  notFound();
}
