import { recordOf } from "@/domain/lists/keys-of";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { CARD_WORD_KEYS, type CardWords, type CardWriting } from "./live-words";

/**
 * What a card is written with, of one language.
 * @param word of the catalogue `map.page`, as it is written there
 * @param care a kind of care in words
 */
export function cardWriting(
  word: (key: keyof CardWords) => string,
  care: (category: ServiceCategory) => string,
): CardWriting {
  return {
    words: recordOf(CARD_WORD_KEYS, word),
    care: recordOf(SERVICE_CATEGORIES, care),
  };
}
