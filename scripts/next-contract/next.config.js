import { fileURLToPath } from "node:url";

const from = (path) => fileURLToPath(new URL(path, import.meta.url));

/** As the product's own (next.config.js), in what the front server relies on. */
export default {
  poweredByHeader: false,
  compress: true,
  cacheHandler: from("../../server/http/cache-handler.mjs"),
  cacheMaxMemorySize: 0,
  experimental: { turbopackSourceMaps: false },
  turbopack: { root: from("../..") },
  typescript: { ignoreBuildErrors: true },
};
