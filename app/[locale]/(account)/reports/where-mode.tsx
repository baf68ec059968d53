import { getLocale, getMessages } from "next-intl/server";
import { servedAreas } from "@/app/[locale]/(account)/reports/served-areas";
import { MapCredit } from "@/components/map/map-credit";
import type { WhereMode } from "@/components/reports/step-fields";
import { isOneOf } from "@/domain/lists/is-one-of";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { OTHER_WHERE } from "@/domain/reports/new-service-steps";
import { findPinStart } from "@/server/reports/pages/find-pin-start";

/**
 * Which page of "Where is it?" is meant: the one that was asked for, else that of the answer that is kept; null for looking a place up.
 * @param choose as the address says it: "find" and "yes" are about places.
 */
export async function whereMode(choose: string, form: ReportFormValues): Promise<WhereMode | null> {
  const kept = form.point ? "pin" : form.areaId ? "area" : "";
  const mode = choose === "" ? kept : choose;
  if (!isOneOf(OTHER_WHERE, mode)) return null;
  const locale = await getLocale();
  if (mode === "area") return { mode, areas: await servedAreas(locale) };
  const { map, reports } = await getMessages();
  const { title, zoomIn, zoomOut, toggleAttribution, scrollHelp, scrollHelpMac, touchHelp } = map;
  const ofMap = { title, zoomIn, zoomOut, toggleAttribution, scrollHelp, scrollHelpMac, touchHelp };
  const texts = { ...ofMap, ...reports.pin };
  return { mode, pin: { texts, start: await findPinStart(form), locale, credit: <MapCredit /> } };
}

/** The buttons of that page: on with its own answer, or to the page of another one. */
export function whereButtons(
  text: Readonly<Record<"continue" | "pinButton" | "areaButton", string>>,
  { where, isChoosing }: { where: WhereMode | null; isChoosing: boolean },
) {
  if (where) return [{ intent: where.mode === "pin" ? "pinned" : "serves", text: text.continue }];
  return [
    { intent: isChoosing ? "other" : "find", text: text.continue },
    { intent: "pin", text: text.pinButton, look: "secondary" as const },
    { intent: "area", text: text.areaButton, look: "secondary" as const },
  ];
}
