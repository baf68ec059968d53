import type { Metadata } from "next";
import { HistoryRoute, type HistoryRouteProps, historyMetadata } from "@/app/[locale]/(public)/history-route";

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export function generateMetadata(props: HistoryRouteProps): Promise<Metadata> {
  return historyMetadata("provider", props);
}

/** What happened to a provider, entry by entry. */
export default function ProviderHistoryRoute(props: HistoryRouteProps) {
  return <HistoryRoute type="provider" route={props} />;
}
