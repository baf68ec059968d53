import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextInput } from "@/components/ui/inputs";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import {
  isNarrowed,
  QUEUE_AGES,
  QUEUE_HOLDERS,
  type QueueAddress,
  writeQueueAddress,
} from "@/domain/reports/queue-address";
import type { QueueLane } from "@/domain/reports/queue-lane";
import { SERVICE_CATEGORIES } from "@/domain/services/category";

type Props = {
  address: QueueAddress;
  isAreaUnknown: boolean;
  /** The page that answers; the queue, unless it is of something else that waits. */
  path?: string;
  /** What can be asked there. */
  asks?: readonly QueueQuestion[];
};

/** What the form asks. Nobody holds a complaint, and a list that comes in as a whole has no area and no kind of care. */
export const QUEUE_QUESTIONS = ["q", "area", "kind", "age", "who"] as const;
export type QueueQuestion = (typeof QUEUE_QUESTIONS)[number] | "problem";
const ASKED_IN: Partial<Record<QueueLane, readonly QueueQuestion[]>> = {
  complaints: ["q", "area", "problem", "kind", "age"],
  imports: ["q", "age", "who"],
};

/** Searching and sifting what waits: a plain form whose answer is an address, which can be sent to somebody or kept. */
export function QueueSearch({ address, isAreaUnknown, path: answers = "/moderation", asks }: Props) {
  const t = useTranslations("moderation.queue");
  const problems = useTranslations("complaints.form.kinds");
  const services = useTranslations("services.category");
  const common = useTranslations("common.errors");
  const path = useLocalPath();
  const { q, area, kind, problem, age, who, lane, town, source, batch, like } = address;
  const asked = asks ?? (lane && ASKED_IN[lane]) ?? QUEUE_QUESTIONS;
  const narrowed = isNarrowed(address);
  const kept = Object.entries({ lane, town, source, batch, like }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const any = { value: "", label: t("any") };
  const fields: Record<QueueQuestion, ReactNode> = {
    q: (
      <TextInput
        id="q"
        label={t("words")}
        hint={t(asked === QUEUE_QUESTIONS ? "wordsHint" : "wordsHintOther")}
        defaultValue={q ?? ""}
        maxLength={200}
      />
    ),
    area: (
      <TextInput
        id="area"
        label={t("area")}
        hint={t("areaHint")}
        error={isAreaUnknown ? t("areaUnknown") : undefined}
        errorPrefix={common("prefix")}
        defaultValue={area ?? ""}
        maxLength={200}
      />
    ),
    kind: (
      <Select
        id="kind"
        label={t("kind")}
        defaultValue={kind ?? ""}
        options={[any, ...SERVICE_CATEGORIES.map((value) => ({ value, label: services(value) }))]}
      />
    ),
    problem: (
      <Select
        id="problem"
        label={t("problem")}
        defaultValue={problem ?? ""}
        options={[any, ...COMPLAINT_KINDS.map((value) => ({ value, label: problems(value) }))]}
      />
    ),
    age: (
      <Select
        id="age"
        label={t("age")}
        defaultValue={String(age ?? "")}
        options={[
          any,
          ...QUEUE_AGES.map((days) => ({ value: String(days), label: t("ageDays", { count: days }) })),
        ]}
      />
    ),
    who: (
      <Select
        id="who"
        label={t("who")}
        defaultValue={who ?? ""}
        options={[any, ...QUEUE_HOLDERS.map((value) => ({ value, label: t(`whose.${value}`) }))]}
      />
    ),
  };
  return (
    <details open={narrowed || undefined} className="my-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("search")}</summary>
      <form action={path(answers)} className="max-w-line space-y-4 border-field border-l-4 pl-4">
        <HiddenInputs values={Object.fromEntries(kept)} />
        <div className="grid gap-4 sm:grid-cols-2">
          {asked.map((name) => (
            <div key={name}>{fields[name]}</div>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button look="secondary">{t("show")}</Button>
          {narrowed ? (
            <LocalLink href={`${answers}${writeQueueAddress({ lane })}`}>{t("clear")}</LocalLink>
          ) : null}
        </div>
      </form>
    </details>
  );
}
