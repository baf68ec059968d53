import { getMessages } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import type { SmallFormWords } from "@/components/reports/small-form";

/** Words for what can go wrong with the small forms about accounts. */
export async function accountFormWords(): Promise<SmallFormWords> {
  const { account } = await getMessages();
  const words = await smallFormWords();
  return {
    ...words,
    errors: { ...words.errors, ...account.accountErrors },
    failures: { ...words.failures, ...account.accountFailures },
  };
}
