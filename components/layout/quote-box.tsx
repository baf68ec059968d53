import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { CopyButton } from "@/components/ui/copy-button";
import { TextArea } from "@/components/ui/inputs";

/**
 * For who writes about a page: its sentence with its address, to be copied, the rows behind it as a file, what to hold it
 * against, and whom to ask, where the campaign has said whom.
 */
export function QuoteBox({
  sentence,
  url,
  csvPath,
  comparison,
  pressContact,
}: {
  sentence: string;
  url: string;
  csvPath: string;
  comparison: { href: string; text: string };
  pressContact: string | null;
}) {
  const t = useTranslations("common.quote");
  const common = useTranslations("common");
  return (
    <div className="max-w-line space-y-3">
      <TextArea
        id="quote"
        label={t("label")}
        hint={t("hint")}
        defaultValue={t("text", { sentence, url, site: common("siteName") })}
        readOnly
        fitsText
      />
      <CopyButton from="quote" label={t("copy")} done={t("copied")} />
      <p>
        <a href={csvPath} download>
          {t("csv")}
        </a>{" "}
        {t("csvNote")}
      </p>
      <p>
        <LocalLink href={comparison.href} className="inline-block py-0.5">
          {comparison.text}
        </LocalLink>
      </p>
      {pressContact ? <p>{t("press", { contact: pressContact })}</p> : null}
    </div>
  );
}
