import { getMessages, getTranslations } from "next-intl/server";
import { QueueKeys } from "@/components/moderation/queue-keys";

/** The keys of the queue, in the words of the page. */
export async function QueueKeyPanel() {
  const { moderation } = await getMessages();
  const common = await getTranslations("common.errors");
  return <QueueKeys words={{ ...moderation.keys, errorPrefix: common("prefix") }} />;
}
