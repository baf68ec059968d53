import type { LaunchOptions } from "@playwright/test";

/** The browser of tests, measurements and pictures. Chromium's sandbox refuses to run as root, as a container often does. */
export const LAUNCH: LaunchOptions & { args: string[] } = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};

/** The same where WebGL is drawn: a machine without a graphics card does it with SwiftShader. */
export const LAUNCH_DRAWING: LaunchOptions = {
  ...LAUNCH,
  args: [...LAUNCH.args, "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
};
