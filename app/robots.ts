import type { MetadataRoute } from "next";
import { siteOrigin } from "@/env";

/** The address of the site is known when it runs, not when it is built. */
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/search",
        "/look-up",
        "/cy/search",
        "/cy/look-up",
        "/counting/*/search",
        "/counting/*/look-up",
        "/cy/counting/*/search",
        "/cy/counting/*/look-up",
        "/reports",
        "/cy/reports",
        "/outbox",
        "/moderation",
        "/admin",
        "/account",
        "/sign-in",
        "/api/",
      ],
    },
    sitemap: `${siteOrigin()}/sitemap.xml`,
  };
}
