import type { Metadata } from "next";
import type { Locale } from "@/domain/language/locale";

type Shared = {
  locale: Locale;
  siteName: string;
  path: string;
  title: string;
  description: string;
  /** The address of the picture (domain/pages/share-path.ts). */
  picture: string;
};

/**
 * What a shared link shows. Every page has it whole: Next gives a page that says something of its own nothing of what the
 * layout said.
 */
export function openGraph({
  locale,
  siteName,
  path,
  title,
  description,
  picture,
}: Shared): Metadata["openGraph"] {
  return {
    title,
    description,
    url: path,
    siteName,
    type: "website",
    locale: locale === "cy" ? "cy_GB" : "en_GB",
    // What it shows stands in the title and the description beside it; its size stands in the file.
    images: [{ url: picture }],
  };
}
