import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import type { MapTexts } from "../map-handle";
import { mapStringKeys } from "../map-strings";
import { LIVE_WORD_KEYS, type LiveWords } from "./live-words";
import type { LineSettings } from "./service-line";

/** The words that a `LiveMap` needs in the browser. For server components: they come from the message catalogue. */
export function useLiveSettings(): { texts: MapTexts; settings: LineSettings } {
  const page = useTranslations("map.page");
  const map = useTranslations("map");
  const services = useTranslations("services");
  // Of the words, not of the page: an English sentence has no Welsh date in it.
  const locale = useTranslations("common")("dateLanguage") === "cy" ? "cy" : "en";
  const localPath = useLocalPath();
  return {
    texts: Object.fromEntries(mapStringKeys.map((key) => [key, map.raw(key)])) as MapTexts,
    settings: {
      words: Object.fromEntries(LIVE_WORD_KEYS.map((key) => [key, page.raw(key)])) as LiveWords,
      locale,
      servicePath: localPath("/services/").replace(/\/$/, ""),
      care: Object.fromEntries(SERVICE_CATEGORIES.map((one) => [one, services(`category.${one}`)])),
    },
  };
}
