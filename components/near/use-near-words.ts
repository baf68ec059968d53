import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { fill } from "@/components/map/live/live-words";
import { type MapPosition, writeMapAddress } from "@/domain/map/map-address";
import type { NearWords } from "./near-line";

/** The words that the answer needs in the browser. For server components. */
export function useNearWords(outcode: string, view: MapPosition): NearWords {
  const t = useTranslations("near");
  const choose = useTranslations("look-up.choose");
  const byDevice = useTranslations("look-up.chooseByLocation");
  const localPath = useLocalPath();
  const middle: [string, string] = [t("middle1", { outcode }), fill(t.raw("middle"), { outcode })];
  return {
    yours: [t("yours1"), t.raw("yours")],
    middle,
    yoursNote: t("yoursNote"),
    yoursSentNote: t("yoursSentNote"),
    middleNote: t("middleNote"),
    none: t("none"),
    roughly: t("roughly"),
    mile: t("mile"),
    miles: t.raw("miles"),
    about: t.raw("about"),
    townOnly: t("townOnly"),
    here: t("here"),
    mapLabel: t("mapLabel", { outcode }),
    fullMap: t("fullMap"),
    fullMapPath: localPath(`/map${writeMapAddress({ at: view })}`),
    areasYours: t("areasYours"),
    areas: t("areas", { outcode }),
    device: [t("device1"), t.raw("device")],
    deviceNote: t("deviceNote"),
    hereDevice: t("hereDevice"),
    boundaryDevice: `${byDevice("why")} ${byDevice("order")}`,
    boundary: `${choose("why")} ${choose("order")}`,
  };
}
