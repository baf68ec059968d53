import type { MetadataRoute } from "next";
import { LOCALES, localPath } from "@/domain/language/locale";
import { siteOrigin } from "@/env";
import { loadSitemap } from "@/server/pages/load-sitemap";

/** Made when it is asked for: the build knows no database. */
export const dynamic = "force-dynamic";

const FIXED = [
  "/",
  "/map",
  "/areas",
  "/about/how-we-count",
  "/about/corrections",
  "/data",
  "/privacy",
  "/accessibility",
];

/** Every public page with its Welsh twin. Far below the limit of 50,000 addresses for one file. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = siteOrigin();
  const fixed = FIXED.map((path) => ({ path, changedOn: null }));
  return [...fixed, ...(await loadSitemap())].map(({ path, changedOn }) => ({
    url: origin + path,
    ...(changedOn ? { lastModified: changedOn } : {}),
    alternates: {
      languages: Object.fromEntries(LOCALES.map((locale) => [locale, origin + localPath(locale, path)])),
    },
  }));
}
