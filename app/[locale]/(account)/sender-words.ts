import { getMessages, getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import type { SmallFormWords } from "@/components/reports/small-form";
import type { SenderWords } from "@/components/senders/sender-fields";

/**
 * The words of a form that needs no account, and what can go wrong with it.
 * @param namespace whose errors and failures come first
 */
export async function senderWords(
  namespace: "complaints" | "tips",
  emailHint: string,
): Promise<SmallFormWords & SenderWords> {
  const t = await getTranslations("senders.fields");
  const messages = await getMessages();
  const words = await smallFormWords();
  return {
    ...words,
    errors: { ...messages.senders.errors, ...messages[namespace].errors },
    failures: { ...words.failures, ...messages[namespace].failures },
    source: t("source"),
    sourceHint: t("sourceHint"),
    email: t("email"),
    emailHint,
    noScripts: t("noScripts"),
    website: t("website"),
  };
}
