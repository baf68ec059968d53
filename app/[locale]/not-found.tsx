import { NotFoundPage } from "@/components/layout/not-found-page";

/** For pages that read the session and call `notFound()`; public pages return `NotFoundPage` themselves. */
export default function NotFound() {
  return <NotFoundPage />;
}
