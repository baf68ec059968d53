import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { SmallFormWords } from "@/components/reports/small-form";
import { localPath } from "@/domain/language/locale";

/** Words for what can go wrong in the forms of imports. `file` holds the sentences about a whole file. */
export async function importFormWords(): Promise<SmallFormWords & { file: Record<string, string> }> {
  const { imports, moderation, reports, common: chrome } = await getMessages();
  const common = await getTranslations("common.errors");
  const { failures } = imports;
  return {
    errorPrefix: common("prefix"),
    summaryTitle: common("summaryTitle"),
    errors: imports.errors,
    failures: {
      ...failures,
      // What somebody did first is named as in the code, with a dot, which no key of a catalogue can have.
      "batch.changed": failures["batch-changed"],
      "batch.approved": failures["batch-approved"],
      "batch.refused": failures["batch-refused"],
      "batch.undone": failures["batch-undone"],
      "batch.preview-changed": failures["batch-preview-changed"],
      "batch.edition-older": failures["batch-edition-older"],
      moderator: moderation.one.moderator,
    },
    signIn: { href: localPath(await getLocale(), "/sign-in"), text: reports.failures.signInLink },
    kept: chrome.kept,
    text: imports.columns,
    file: imports.file,
  };
}
