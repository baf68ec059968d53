import type { Metadata } from "next";
import { HistoryRoute, type HistoryRouteProps, historyMetadata } from "@/app/[locale]/(public)/history-route";

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export function generateMetadata(props: HistoryRouteProps): Promise<Metadata> {
  return historyMetadata("service", props);
}

/** What happened to a service, entry by entry. */
export default function ServiceHistoryRoute(props: HistoryRouteProps) {
  return <HistoryRoute type="service" route={props} />;
}
