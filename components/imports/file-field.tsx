"use client";

import { type ComponentProps, useState } from "react";
import { TextInput } from "@/components/ui/inputs";
import { MOST_BYTES, MOST_MEGABYTES } from "@/domain/imports/upload-limit";

type Props = Omit<ComponentProps<typeof TextInput>, "type" | "defaultValue"> & {
  /** What to say of a file that is too large, with room for the limit. */
  tooLarge: string;
};

/**
 * Chooses a file, and says at once when it is too large: the server would refuse it only after all of it was sent. Its
 * own refusal stands for browsers without scripts.
 */
export function FileField({ tooLarge, error, ...input }: Props) {
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <TextInput
      {...input}
      type="file"
      error={isTooLarge ? tooLarge.replace("{detail}", String(MOST_MEGABYTES)) : error}
      onChange={({ currentTarget }) => {
        const large = [...(currentTarget.files ?? [])].some(({ size }) => size > MOST_BYTES);
        setTooLarge(large);
        // With this the browser does not send it, and says why when somebody tries.
        currentTarget.setCustomValidity(large ? tooLarge.replace("{detail}", String(MOST_MEGABYTES)) : "");
      }}
    />
  );
}
