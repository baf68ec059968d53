import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TextArea } from "@/components/ui/inputs";

/** For who writes about a page: its sentence with its address, to be copied, and the rows behind it as a file. */
export function QuoteBox({
  sentence,
  url,
  csvPath,
}: {
  sentence: string;
  url: string;
  csvPath: string | null;
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
      {csvPath ? (
        <p>
          <a href={csvPath} download>
            {t("csv")}
          </a>{" "}
          {t("csvNote")}
        </p>
      ) : null}
    </div>
  );
}
