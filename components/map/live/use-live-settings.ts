import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { recordOf } from "@/domain/lists/keys-of";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import type { MapTexts } from "../map-handle";
import { mapStringKeys } from "../map-strings";
import { LIVE_WORD_KEYS } from "./live-words";
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
    texts: recordOf(mapStringKeys, (key): string => map.raw(key)),
    settings: {
      words: recordOf(LIVE_WORD_KEYS, (key): string => page.raw(key)),
      locale,
      reportsPath: localPath("/reports/").replace(/\/$/, ""),
      servicePath: localPath("/services/").replace(/\/$/, ""),
      care: Object.fromEntries(SERVICE_CATEGORIES.map((one) => [one, services(`category.${one}`)])),
    },
  };
}
