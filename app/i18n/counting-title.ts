import { getTranslations } from "next-intl/server";
import { currentDefinition } from "@/components/counting/current-definition";
import { definitionInWords } from "@/components/counting/definition-in-words";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";

/** The title of a page that counts: it says what is counted where that is not the usual. After `pageLocale`. */
export async function countingTitle(title: string): Promise<string> {
  const definition = currentDefinition();
  if (definition === DEFAULT_DEFINITION) return title;
  const t = await getTranslations("counting");
  return t("title", { title, what: definitionInWords(t, definition) });
}
