"use server";

import { redirect } from "next/navigation";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { typedAnswer } from "@/domain/imports/code-answer";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { approveImport } from "@/server/imports/engine/approve-import";
import { commentImport } from "@/server/imports/engine/comment-import";
import { decideRow } from "@/server/imports/engine/decide-row";
import { discardRow } from "@/server/imports/engine/discard-row";
import type { SeenImport } from "@/server/imports/engine/find-import";
import { HOLD_MOVES, holdImport } from "@/server/imports/engine/hold-import";
import type { Progress } from "@/server/imports/engine/import-format";
import { importDb } from "@/server/imports/engine/long-work-database";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { runJob, runStaging } from "@/server/imports/engine/run-job";
import { stageEdition as stageFile } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { reviewCode } from "@/server/imports/extracts/review-code";
import { editAllRows } from "@/server/imports/lists/edit-all-rows";
import { editSource } from "@/server/imports/lists/edit-source";
import { mapColumns } from "@/server/imports/lists/map-columns";
import { repairRow } from "@/server/imports/lists/repair-row";
import { type SentList, stageImport } from "@/server/imports/lists/stage-import";
import { startAgain } from "@/server/imports/lists/start-again";

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

function goTo(form: FormData, path: string): never {
  const locale = form.get("locale");
  redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
}

/** What was sent: the file that was chosen, else the table that was pasted. */
function sentList(form: FormData): SentList {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return { name: file.name, bytes: chunksOf(file) };
  const pasted = textOf(form, "pasted");
  if (pasted.trim() === "") throw new InvalidInputError({ file: detailed("none") });
  return { pasted };
}

async function* chunksOf(file: File): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

const layoutOf = (form: FormData) => ({
  sheet: textOf(form, "sheet"),
  heading: textOf(form, "heading"),
  withHidden: textOf(form, "withHidden") !== "",
});

function goToStaged(form: FormData, staged: Awaited<ReturnType<typeof runStaging>>): never {
  const done = staged.isGoingOn ? "working" : staged.isAgain ? "again" : "yes";
  goTo(form, `/admin/imports/${staged.batchId}?done=${done}`);
}

export const stageListAction = action<never>({
  name: "imports.stage",
  signedIn: true,
  run: async ({ actor, form }) => {
    const given = {
      title: textOf(form, "title"),
      isComplete: textOf(form, "complete") !== "",
      layout: layoutOf(form),
      source: {
        kind: textOf(form, "kind"),
        title: textOf(form, "documentTitle"),
        publisher: textOf(form, "publisher"),
        url: textOf(form, "url"),
        publishedOn: textOf(form, "publishedOn"),
      },
    };
    const list = sentList(form);
    goToStaged(
      form,
      await runStaging((progress, id) => stageImport(importDb(), actor, given, list, progress, id)),
    );
  },
});

export const stageEditionAction = action<never>({
  name: "imports.stage-edition",
  signedIn: true,
  run: async ({ actor, form }) => {
    const sent = {
      register: textOf(form, "register"),
      edition: textOf(form, "published").trim(),
      because: textOf(form, "because"),
    };
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0)
      throw new InvalidInputError({ file: detailed("no-file") });
    const edition = { name: file.name, bytes: chunksOf(file) };
    goToStaged(
      form,
      await runStaging((progress, id) => stageFile(importDb(), actor, sent, edition, progress, id)),
    );
  },
});

export const startAgainAction = action<never>({
  name: "imports.start-again",
  signedIn: true,
  run: async ({ actor, form }) => {
    const seen = { batchId: textOf(form, "batchId"), version: textOf(form, "version") };
    const sent = { ...seen, layout: layoutOf(form), because: textOf(form, "because") };
    const list = sentList(form);
    goToStaged(
      form,
      await runStaging((progress, id) => startAgain(importDb(), actor, sent, list, progress, id)),
    );
  },
});

type Move = (
  actor: CampaignerActor,
  seen: SeenImport,
  form: FormData,
  progress: Progress,
) => Promise<unknown>;

/** One use case behind one button. What takes long goes on behind the page, which says so. */
function move(name: string, run: Move) {
  return action<never>({
    name,
    signedIn: true,
    run: async ({ actor, form }) => {
      const seen = { batchId: textOf(form, "batchId"), version: textOf(form, "version") };
      const done = await runJob(seen.batchId, (progress) => run(actor, seen, form, progress));
      goTo(form, `/admin/imports/${seen.batchId}?done=${done ? "yes" : "working"}`);
    },
  });
}

const cellsOf = (form: FormData): Partial<Record<ImportColumn, string>> =>
  Object.fromEntries(
    IMPORT_COLUMNS.flatMap((column) => (form.has(column) ? [[column, textOf(form, column)]] : [])),
  );

export const map = move("imports.map", (actor, seen, form) =>
  mapColumns(importDb(), actor, { ...seen, columns: cellsOf(form) }),
);
export const repair = move("imports.repair", (actor, seen, form) =>
  repairRow(importDb(), actor, {
    ...seen,
    number: Number(textOf(form, "number")),
    cells: cellsOf(form),
    decision: textOf(form, "decision"),
    isEverywhere: textOf(form, "everywhere") !== "",
  }),
);
export const decideRowAction = move("imports.decide-row", (actor, seen, form) =>
  decideRow(importDb(), actor, {
    ...seen,
    number: Number(textOf(form, "number")),
    decision: textOf(form, "decision"),
  }),
);
export const editAllRowsAction = move("imports.edit-all-rows", (actor, seen, form) =>
  editAllRows(importDb(), actor, { ...seen, values: cellsOf(form) }),
);
export const changeSource = move("imports.change-source", (actor, seen, form) =>
  editSource(importDb(), actor, {
    ...seen,
    title: textOf(form, "documentTitle"),
    publisher: textOf(form, "publisher"),
    url: textOf(form, "url"),
  }),
);
export const reviewRowAction = move("imports.review", (actor, seen, form) =>
  reviewCode(importDb(), actor, {
    ...seen,
    number: Number(textOf(form, "number")),
    typed: typedAnswer((field) => textOf(form, field)),
    decision: textOf(form, "decision"),
  }),
);
/** Takes it, keeps it for longer or gives it back: which of them stands in the form. */
export const holdImportAction = move("imports.hold", (actor, seen, form) =>
  holdImport(importDb(), actor, {
    ...seen,
    move: HOLD_MOVES.find((known) => known === textOf(form, "move")) ?? "hold",
    note: textOf(form, "note"),
  }),
);
export const submit = move("imports.submit", (actor, seen) => submitImport(importDb(), actor, seen));
export const approveImportAction = move("imports.approve", (actor, seen, form, progress) =>
  approveImport(
    importDb(),
    actor,
    {
      ...seen,
      rule: textOf(form, "rule"),
      looked: form.getAll("looked").map(Number),
      warned: textOf(form, "warned") !== "",
    },
    progress,
  ),
);
export const commentImportAction = action<never>({
  name: "imports.comment",
  signedIn: true,
  run: async ({ actor, form }) => {
    const [batchId, providerId] = [textOf(form, "batchId"), textOf(form, "providerId")];
    await commentImport(importDb(), actor, {
      batchId,
      providerId,
      version: textOf(form, "version"),
      comment: textOf(form, "comment"),
      document: textOf(form, "document"),
      date: textOf(form, "date"),
      url: textOf(form, "url"),
      verified: textOf(form, "verified"),
    });
    goTo(form, `/admin/imports/${batchId}/organisations?of=${encodeURIComponent(providerId)}&done=yes`);
  },
});
export const discardRowAction = move("imports.discard-row", (actor, seen, form) =>
  discardRow(importDb(), actor, {
    ...seen,
    number: Number(textOf(form, "number")),
    isBack: textOf(form, "back") !== "",
  }),
);
export const refuseImportAction = move("imports.refuse", (actor, seen, form) =>
  refuseImport(importDb(), actor, { ...seen, reason: textOf(form, "reason") }),
);
export const undo = move("imports.undo", (actor, seen) => undoImport(importDb(), actor, seen));
