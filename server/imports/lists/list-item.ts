import { z } from "zod";
import { itemShape } from "@/domain/imports/stored-item";

/**
 * What a row of a list is made from: its cells, in the order of the import's columns; none for a service that an earlier list
 * named and this one does not.
 */
export const listShape = itemShape<string[]>({ shape: "cells", version: 1, schema: z.array(z.string()) });
