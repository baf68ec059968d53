import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { installationKey, installationState, installedMatchesLock, scopeToInstall } from "./install.mjs";

test("an installation is for one lock file, one major version of Node and one kind of machine", () => {
  const keys = [
    installationKey("lock", "20.20.2", "linux-x64"),
    installationKey("other", "20.20.2", "linux-x64"),
    installationKey("lock", "22.1.0", "linux-x64"),
    installationKey("lock", "20.20.2", "darwin-arm64"),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(installationKey("lock", "20.9.0", "linux-x64")).toBe(keys[0]);
});

describe("what npm installed fits the lock file", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/mac": { version: "1.0.0", optional: true },
    },
  };
  test.each([
    ["the same", { "node_modules/a": { version: "1.0.0" } }, true],
    ["another version", { "node_modules/a": { version: "1.0.1" } }, false],
    ["one missing", {}, false],
    [
      "another version of an optional one",
      { "node_modules/a": { version: "1.0.0" }, "node_modules/mac": { version: "2.0.0" } },
      false,
    ],
  ])("%s: %s", (_, packages, fits) => {
    expect(installedMatchesLock(lock, { packages })).toBe(fits);
  });
});

describe("the state of a folder", () => {
  let root = "";
  const lock = (version: string) => JSON.stringify({ packages: { "node_modules/a": { version } } });
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "nhs map install "));
    write("package-lock.json", lock("1.0.0"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("no node_modules: missing", () => {
    expect(installationState(root)).toBe("missing");
  });

  test("an installation that was cut off has no record: stale", () => {
    mkdirSync(join(root, "node_modules"));
    expect(installationState(root)).toBe("stale");
  });

  test("fresh when it fits, stale when the lock file moves on, fresh again after an install by hand", () => {
    mkdirSync(join(root, "node_modules"));
    write("node_modules/.package-lock.json", lock("1.0.0"));
    expect(installationState(root)).toBe("fresh");
    write("package-lock.json", lock("2.0.0"));
    expect(installationState(root)).toBe("stale");
    write("node_modules/.package-lock.json", lock("2.0.0"));
    expect(installationState(root)).toBe("fresh");
  });

  describe("what the site needs, without the tools", () => {
    const packages = {
      "node_modules/a": { version: "1.0.0" },
      "node_modules/tool": { version: "1.0.0", dev: true },
    };
    const { "node_modules/a": site } = packages;
    beforeEach(() => {
      mkdirSync(join(root, "node_modules"));
      write("package-lock.json", JSON.stringify({ packages }));
    });

    test("is enough to run, not to test, however it was asked before", () => {
      write("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": site } }));
      expect(installationState(root, "run")).toBe("fresh");
      expect(installationState(root)).toBe("stale");
      expect(installationState(root, "run")).toBe("fresh");
      expect(scopeToInstall(root, "run")).toBe("run");
      expect(scopeToInstall(root, "all")).toBe("all");
    });

    test("the whole is enough for both, and stays whole", () => {
      write("node_modules/.package-lock.json", JSON.stringify({ packages }));
      expect(installationState(root)).toBe("fresh");
      expect(installationState(root, "run")).toBe("fresh");
      expect(scopeToInstall(root, "run")).toBe("all");
    });
  });
});
