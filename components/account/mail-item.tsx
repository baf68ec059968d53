import { useTranslations } from "next-intl";
import { MailText } from "@/components/account/mail-text";
import { useMoments } from "@/components/layout/moments";

/** One letter of the outbox, with its date by the clock and in the order of the United Kingdom. */
export function MailItem({
  mail,
}: {
  mail: { id: string; to: string; subject: string; text: string; at: Date };
}) {
  const t = useTranslations("account.outbox");
  const { moment } = useMoments();
  return (
    <article aria-labelledby={mail.id} className="mt-8 border-ink border-t pt-3">
      <h2 id={mail.id}>{mail.subject}</h2>
      <p className="mb-3 text-ink-soft">
        {t("to")}: {mail.to} · {t("at")}: {moment(mail.at)}
      </p>
      <MailText text={mail.text} />
    </article>
  );
}
