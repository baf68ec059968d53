import type { Metadata } from "next";
import { HistoryRoute, type HistoryRouteProps, historyMetadata } from "@/app/[locale]/(public)/history-route";

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export function generateMetadata(props: HistoryRouteProps): Promise<Metadata> {
  return historyMetadata("place", props);
}

/** What happened to a place, entry by entry. */
export default function PlaceHistoryRoute(props: HistoryRouteProps) {
  return <HistoryRoute type="place" route={props} />;
}
