import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { recordOf } from "@/domain/lists/keys-of";
import { MAP_TEXT_KEYS, type MapTexts } from "../map-handle";
import { cardWriting } from "./card-writing";
import { FRAME_WORD_KEYS, LIVE_WORD_KEYS, type LiveWords } from "./live-words";
import type { FrameSettings, LineSettings } from "./service-line";

/** What the map of a page begins with. For server components: the words come from the message catalogue. */
export function useFrameSettings(): { texts: MapTexts; settings: FrameSettings } {
  const page = useTranslations("map.page");
  const map = useTranslations("map");
  // Of the words, not of the page: an English sentence has no Welsh date in it.
  const locale = useTranslations("common")("dateLanguage") === "cy" ? "cy" : "en";
  const localPath = useLocalPath();
  return {
    texts: recordOf(MAP_TEXT_KEYS, (key): string => map.raw(key)),
    settings: {
      words: recordOf(FRAME_WORD_KEYS, (key): string => page.raw(key)),
      locale,
      reportsPath: localPath("/reports/").replace(/\/$/, ""),
      servicePath: localPath("/services/").replace(/\/$/, ""),
    },
  };
}

/** The same with all that a card needs, where it is seen at once or beside a list. */
export function useCardSettings(): { texts: MapTexts; settings: LineSettings } {
  const page = useTranslations("map.page");
  const services = useTranslations("services");
  const { texts, settings } = useFrameSettings();
  return {
    texts,
    settings: {
      ...settings,
      ...cardWriting(
        (key) => page.raw(key),
        (category) => services(`category.${category}`),
      ),
    },
  };
}

/** The same with the words of the list and the filters that stand beside the map of everything. */
export function useLiveSettings(): { texts: MapTexts; settings: LineSettings & { words: LiveWords } } {
  const page = useTranslations("map.page");
  const { texts, settings } = useCardSettings();
  const words = recordOf(LIVE_WORD_KEYS, (key): string => page.raw(key));
  return { texts, settings: { ...settings, words } };
}
