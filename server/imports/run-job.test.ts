import { expect, it, vi } from "vitest";
import { ConflictError } from "@/domain/errors";
import { jobOf, runJob } from "./run-job";

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
      progress("writing", 7);
      return work;
    },
    0,
  );
  expect(await waited).toBe(false);
  expect(jobOf("b")).toEqual({ phase: "writing", rows: 7, failed: false });
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
