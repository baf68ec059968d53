import { NotFoundPage } from "@/components/layout/not-found-page";

/**
 * For pages that read the session and call `notFound()`; public pages return `NotFoundPage` themselves. Next sends it along with every page,
 * so it is without the look-up box, whose words are 5 kB.
 */
export default function NotFound() {
  return <NotFoundPage hasLookUp={false} />;
}
