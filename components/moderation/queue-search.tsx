import { useTranslations } from "next-intl";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextInput } from "@/components/ui/inputs";
import {
  QUEUE_AGES,
  QUEUE_HOLDERS,
  type QueueAddress,
  writeQueueAddress,
} from "@/domain/reports/queue-address";
import { SERVICE_CATEGORIES } from "@/domain/services/category";

type Props = { address: QueueAddress; isAreaUnknown: boolean };

/** Searching and sifting the queue: a plain form whose answer is an address, which can be sent to somebody or kept. */
export function QueueSearch({ address, isAreaUnknown }: Props) {
  const t = useTranslations("moderation.queue");
  const services = useTranslations("services.category");
  const common = useTranslations("common.errors");
  const path = useLocalPath();
  const { q, area, kind, age, who, lane, town, source, batch, like } = address;
  const narrowed = [q, area, kind, age, who, town, source, batch, like].some((value) => value !== null);
  const kept = Object.entries({ lane, town, source, batch, like }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const any = { value: "", label: t("any") };
  return (
    <details open={narrowed || undefined} className="my-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("search")}</summary>
      <form action={path("/moderation")} className="max-w-line space-y-4 border-field border-l-4 pl-4">
        <HiddenInputs values={Object.fromEntries(kept)} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput id="q" label={t("words")} hint={t("wordsHint")} defaultValue={q ?? ""} maxLength={200} />
          <TextInput
            id="area"
            label={t("area")}
            hint={t("areaHint")}
            error={isAreaUnknown ? t("areaUnknown") : undefined}
            errorPrefix={common("prefix")}
            defaultValue={area ?? ""}
            maxLength={200}
          />
          <Select
            id="kind"
            label={t("kind")}
            defaultValue={kind ?? ""}
            options={[any, ...SERVICE_CATEGORIES.map((value) => ({ value, label: services(value) }))]}
          />
          <Select
            id="age"
            label={t("age")}
            defaultValue={String(age ?? "")}
            options={[
              any,
              ...QUEUE_AGES.map((days) => ({ value: String(days), label: t("ageDays", { count: days }) })),
            ]}
          />
          <Select
            id="who"
            label={t("who")}
            defaultValue={who ?? ""}
            options={[any, ...QUEUE_HOLDERS.map((value) => ({ value, label: t(`whose.${value}`) }))]}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button look="secondary">{t("show")}</Button>
          {narrowed ? (
            <LocalLink href={`/moderation${writeQueueAddress({ lane })}`}>{t("clear")}</LocalLink>
          ) : null}
        </div>
      </form>
    </details>
  );
}
