"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useActionState, useRef, useState } from "react";
import { sendInParts, UNREACHABLE, UploadFault } from "@/components/files/send-in-parts";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextInput } from "@/components/ui/inputs";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>> & { reportId: string };
};
type Standing = { name: string; share: number; fault: string | null };

const TAKEN = "image/jpeg,image/png,image/webp,application/pdf";

/** Adds files to a report: in parts that can be continued where scripts run, and by a plain form where they do not. */
export function FileUploads({ action, path, words, hidden }: Props) {
  const [posted, post] = useActionState(action, null, path);
  const [standing, setStanding] = useState<readonly Standing[]>([]);
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { text } = words;
  const error = posted?.ok === false ? posted.fields.files : undefined;

  async function sendAll(files: readonly File[]) {
    setSending(true);
    const left: File[] = [];
    let isCutOff = false;
    for (const file of files) {
      const { name } = file;
      const tell = (share: number, fault: string | null = null) =>
        setStanding((all) => [...all.filter((one) => one.name !== name), { name, share, fault }]);
      tell(0);
      try {
        await sendInParts(file, hidden.reportId, tell);
        tell(1);
      } catch (problem) {
        const fault = problem instanceof UploadFault ? problem.fault : UNREACHABLE;
        // What is wrong with the file itself will be wrong the next time too.
        if (!isRefused(fault, words)) left.push(file);
        isCutOff ||= fault === UNREACHABLE;
        tell(0, fault);
      }
    }
    setWaiting(left);
    setSending(false);
    // Asked for while nothing gets through, the browser's own page of an error would take the place of this one, and of what waits on it.
    if (!isCutOff) router.refresh();
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const chosen = new FormData(event.currentTarget).getAll("files");
    form.current?.reset();
    sendAll(chosen.filter((one): one is File => one instanceof File && one.name !== ""));
  }

  return (
    <form ref={form} action={post} onSubmit={send} className="max-w-line space-y-4">
      <ReportProblems state={posted} words={words} onRetry={() => form.current?.requestSubmit()} />
      <HiddenInputs values={hidden} />
      <TextInput
        id="files-chosen"
        name="files"
        type="file"
        multiple
        accept={TAKEN}
        label={text.field ?? ""}
        hint={text.fieldHint}
        error={error && errorText(words, "files", error)}
        errorPrefix={words.errorPrefix}
      />
      <Button look="secondary" disabled={isSending}>
        {text.add}
      </Button>
      <ul aria-live="polite" className="space-y-2">
        {standing.map((one) => (
          <li key={one.name}>
            <OneUpload {...one} words={words} />
          </li>
        ))}
      </ul>
      {!isSending && waiting.length > 0 ? (
        <Button type="button" look="secondary" onClick={() => sendAll(waiting)}>
          {text.again}
        </Button>
      ) : null}
    </form>
  );
}

/** What can be sent again and then is whole; every other fault of a file is one that stays. */
const UNFINISHED: ReadonlySet<string> = new Set(["file-unfinished", "file-out-of-step"]);

function isRefused(fault: string, { errors }: SmallFormWords): boolean {
  return fault in errors && !UNFINISHED.has(fault);
}

function OneUpload({ name, share, fault, words }: Standing & { words: SmallFormWords }) {
  const { text, errors, failures } = words;
  if (fault) {
    const why = errors[fault] ?? failures[fault] ?? "";
    return `${named(isRefused(fault, words) ? text.refused : text.stopped, name)} ${why}`;
  }
  if (share === 1) return named(text.sent, name);
  return (
    <label className="block">
      {named(text.sending, name).replace("{percent}", String(Math.round(share * 100)))}
      <progress value={share} className="block w-full" />
    </label>
  );
}

const named = (words: string | undefined, name: string) => (words ?? "").replace("{name}", () => name);
