import "@/app/globals.css";
import "@/components/map/live/embed-map.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { siteOrigin } from "@/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: "en", namespace: "common" });
  return { metadataBase: new URL(siteOrigin()), title: t("siteName"), robots: { index: false } };
}

/** A document of its own, without our masthead: it stands within somebody else's page. */
export default function EmbedLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        {/* No page of ours may be framed but this one: what a reader follows opens beside the page that they read. */}
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  );
}
