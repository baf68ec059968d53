import { expect, it, vi } from "vitest";
import { ConflictError, InvalidInputError } from "@/domain/errors";
import { jobOf, runJob, runStaging } from "./run-job";

it("waits for what is done soon, and throws what it throws", async () => {
  expect(await runJob("a", async () => "done", 10_000)).toBe(true);
  const failing = () => Promise.reject(new ConflictError("batch.changed"));
  await expect(runJob("a", failing, 10_000)).rejects.toThrow(ConflictError);
  expect(jobOf("a")).toBeUndefined();
});

it("lets what takes long go on, and tells how far it is", async () => {
  let finish: () => void = () => undefined;
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const waited = runJob(
    "b",
    (progress) => {
      progress("writing", 7, 9);
      return work;
    },
    0,
  );
  expect(await waited).toBe(false);
  expect(jobOf("b")).toMatchObject({ phase: "writing", rows: 7, of: 9, failed: false });
  finish();
  await vi.waitFor(() => expect(jobOf("b")).toBeUndefined());
});

it("keeps that it failed for whoever looks at the page", async () => {
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<void>((_, reject) => {
    fail = reject;
  });
  expect(await runJob("c", () => work, 0)).toBe(false);
  fail(new ConflictError("batch.preview-changed"));
  await vi.waitFor(() => expect(jobOf("c")?.failed).toBe(true));
});

/** Work that a test lets go on when it wants to. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

it("waits for a file to be read through, however long that takes, and gives its refusal back", async () => {
  const reading = gate();
  const refused = runStaging(async (progress) => {
    progress("read", 500);
    await reading.opened;
    throw new InvalidInputError({ file: { code: "cut-off", row: "12", detail: "" } });
  }, 0);
  // A turn of the event loop is more than the patience of none that would have begun by now.
  await new Promise((resolve) => setImmediate(resolve));
  reading.open();
  await expect(refused).rejects.toThrow(InvalidInputError);
});

it("lets the planning go on, and leads to the import that was here already", async () => {
  const planning = gate();
  let id = "";
  const staged = await runStaging(async (progress, batchId) => {
    id = batchId;
    progress("planned", 0, 900);
    await planning.opened;
    return { batchId: "the one before", isAgain: true };
  }, 0);
  expect(staged).toEqual({ batchId: id, isAgain: false, isGoingOn: true });
  expect(jobOf(id)).toMatchObject({ phase: "planned", rows: 0, of: 900, sameAs: null });
  planning.open();
  await vi.waitFor(() => expect(jobOf(id)?.sameAs).toBe("the one before"));

  const soon = await runStaging(async (_, batchId) => ({ batchId, isAgain: false }), 10_000);
  expect([soon.isGoingOn, jobOf(soon.batchId)]).toEqual([false, undefined]);
});
