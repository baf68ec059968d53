import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { RETENTION } from "@/domain/privacy/retention";
import type { Sent } from "@/domain/senders/sender";

type Props = {
  sent: Sent;
  /** Said where the moderators have it. */
  title: string;
  /** Where to write about it. */
  contact: string;
};

/** The receipt on screen: the number, and what was mailed. What has yet to be confirmed is not said to be sent. */
export function SentNotice({ sent: { reference, mailed }, title, contact }: Props) {
  const t = useTranslations("senders.sent");
  const isSent = mailed !== "link";
  return (
    <Notice tone={isSent ? "good" : "important"} role="status" title={isSent ? title : t("linkTitle")}>
      {mailed === "link" ? <p>{t("link", { days: RETENTION.unconfirmed.count })}</p> : null}
      <p>{t("number", { reference })}</p>
      {mailed === "receipt" ? <p>{t("receipt")}</p> : null}
      {isSent ? <p>{t("nothing", { contact })}</p> : null}
    </Notice>
  );
}
