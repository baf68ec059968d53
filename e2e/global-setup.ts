import { startSite } from "./site";

/**
 * One site for all browser tests. They read its address from the base URL (E2E_ORIGIN), and the place of its
 * database from E2E_DATA_DIR.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const site = await startSite("e2e", Number(process.env.E2E_PORT ?? 3210));
  process.env.E2E_ORIGIN = site.origin;
  process.env.E2E_DATA_DIR = site.dataDir;
  return site.close;
}
