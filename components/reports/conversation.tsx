import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import type { ReportPart } from "@/domain/reports/proposal";

export type MessageShown = {
  id: string;
  body: string;
  at: Date;
  fromAuthor: boolean;
  isMine: boolean;
  /** The part of the report that it answers a question about. */
  field: ReportPart | null;
};

type Props = {
  messages: readonly MessageShown[];
  /** Page 1 is the newest. */
  page: number;
  pages: number;
  /** Path of the page it stands on. */
  href: string;
};

/** A page of the conversation about a report. The two sides are told apart; nobody is named. */
export function Conversation({ messages, page, pages, href }: Props) {
  const t = useTranslations("reports.one");
  const answers = useTranslations("reports.answers");
  const fields = useTranslations("reports.fields");
  const format = useMoments();
  if (messages.length === 0) return <p>{t("conversationNone")}</p>;
  return (
    <>
      {page < pages ? <PageLink href={href} page={page + 1} text={t("conversationOlder")} /> : null}
      <ol className="space-y-4">
        {messages.map(({ id, body, at, fromAuthor, isMine, field }) => {
          const date = format.moment(at);
          const who = isMine ? "fromYou" : fromAuthor ? "fromAuthor" : "fromModerator";
          return (
            <li key={id} className="max-w-line border-field border-l-4 pl-4">
              <p className="text-ink-soft">{t(who, { date })}</p>
              {field ? <p>{answers("about", { part: fields(field) })}</p> : null}
              <p className="whitespace-pre-line">{body}</p>
            </li>
          );
        })}
      </ol>
      {page > 1 ? <PageLink href={href} page={page - 1} text={t("conversationNewer")} /> : null}
    </>
  );
}

function PageLink({ href, page, text }: { href: string; page: number; text: string }) {
  return (
    <p>
      <LocalLink href={`${href}${page > 1 ? `?messages=${page}` : ""}#conversation`}>{text}</LocalLink>
    </p>
  );
}
