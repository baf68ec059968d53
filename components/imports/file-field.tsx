"use client";

import { type ComponentProps, useState } from "react";
import { TextInput } from "@/components/ui/inputs";
import { MOST_MEGABYTES } from "@/domain/imports/upload-limit";

type Props = Omit<ComponentProps<typeof TextInput>, "type" | "defaultValue"> & {
  /** What to say of a file that is too large, with room for the limit. */
  tooLarge: string;
  /** The most that any file of this form may have. */
  megabytes?: number;
};

/**
 * Chooses a file, and says at once when it is too large: the server would refuse it only after all of it was sent. Its
 * own refusal stands for browsers without scripts.
 */
export function FileField({ tooLarge, megabytes = MOST_MEGABYTES, error, ...input }: Props) {
  const words = tooLarge.replace("{detail}", String(megabytes));
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <TextInput
      {...input}
      type="file"
      error={isTooLarge ? words : error}
      onChange={({ currentTarget }) => {
        const large = [...(currentTarget.files ?? [])].some(({ size }) => size > megabytes * 1024 * 1024);
        setTooLarge(large);
        // With this the browser does not send it, and says why when somebody tries.
        currentTarget.setCustomValidity(large ? words : "");
      }}
    />
  );
}
