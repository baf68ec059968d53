import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";

export type MessageShown = { id: string; body: string; at: Date; fromAuthor: boolean; isMine: boolean };

/** The conversation about a report. The two sides are told apart; nobody is named. */
export function Conversation({ messages }: { messages: readonly MessageShown[] }) {
  const t = useTranslations("reports.one");
  const format = useMoments();
  if (messages.length === 0) return <p>{t("conversationNone")}</p>;
  return (
    <ol className="space-y-4">
      {messages.map(({ id, body, at, fromAuthor, isMine }) => {
        const date = format.moment(at);
        const who = isMine ? "fromYou" : fromAuthor ? "fromAuthor" : "fromModerator";
        return (
          <li key={id} className="max-w-line border-field border-l-4 pl-4">
            <p className="text-ink-soft">{t(who, { date })}</p>
            <p className="whitespace-pre-line">{body}</p>
          </li>
        );
      })}
    </ol>
  );
}
