import { useLocale, useTranslations } from "next-intl";
import { CountingChoices } from "@/components/counting/counting-choices";
import { Button } from "@/components/ui/button";
import { COUNTING } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { COUNTED_KINDS, type Definition, kindsOf } from "@/domain/providers/legal-form";

/**
 * Which kinds count. A plain GET form: the front server answers it with the page under that definition
 * (server/http/counting-redirects.ts), so it needs no script and no cookie.
 * @param from the page to come back to, without language and definition.
 */
export function CountingForm({ definition, from }: { definition: Definition; from: string }) {
  const t = useTranslations("counting");
  const locale = useLocale();
  const counted = kindsOf(definition);
  return (
    <form method="get" action={localPath(locale, `/${COUNTING}`)} autoComplete="off">
      <input type="hidden" name="from" value={from} />
      <fieldset aria-describedby="counting-hint">
        <legend className="font-semibold">{t("legend")}</legend>
        <p id="counting-hint" className="text-base text-ink-soft">
          {t("hint")}
        </p>
        <CountingChoices
          choices={COUNTED_KINDS.map((kind) => ({
            kind,
            label: t(`kinds.${kind}`),
            isCounted: counted.includes(kind),
          }))}
        />
      </fieldset>
      <Button look="secondary" className="mt-3">
        {t("button")}
      </Button>
    </form>
  );
}
