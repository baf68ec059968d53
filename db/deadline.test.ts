import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { DatabaseBusyError } from "@/domain/errors";
import { withinDeadline } from "./deadline";

/** Answers at once on its output, and says in a file that it did. */
const ANSWERER = `
  process.stdin.once("data", () => process.stdout.write("answer", () => {
    require("node:fs").writeFileSync(process.argv[1], "");
    process.stdin.destroy();
  }));
  process.stdout.write("ready");
`;

it.each(["55P03", "40P01", "40001"])(
  "others that hold what is needed (%s) are busy, not silent",
  async (code) => {
    const held = Promise.reject(Object.assign(new Error("held"), { code }));
    const onSilence = vi.fn();
    await expect(withinDeadline(held, 60_000, { lastAnswer: 0 }, onSilence)).rejects.toBeInstanceOf(
      DatabaseBusyError,
    );
    expect(onSilence).not.toHaveBeenCalled();
  },
);

it("an answer that came while our own process was busy is taken, however late the timer is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "deadline-"));
  const answered = join(folder, "answered");
  const child = spawn(process.execPath, ["--eval", ANSWERER, answered], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const next = () =>
    new Promise<string>((resolve) => child.stdout.once("data", (text) => resolve(String(text))));
  expect(await next()).toBe("ready");
  const onSilence = vi.fn();
  const started = Date.now();
  const work = withinDeadline(next(), 100, { lastAnswer: 0 }, onSilence);
  await new Promise((resolve) => child.stdin.write("?", resolve));
  // Busy, as the unpacking of a table is: until the answer is there and the deadline is long over.
  while (!existsSync(answered) || Date.now() - started < 300);
  expect(await work).toBe("answer");
  expect(onSilence).not.toHaveBeenCalled();
  rmSync(folder, { recursive: true });
});
