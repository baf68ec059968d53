import { expect, test } from "vitest";
import { sharePath } from "./share-path";

test.each([
  ["/areas/constituency/carlisle", true, "/api/v1/share/areas/constituency/carlisle"],
  ["/providers/spamedica", true, "/api/v1/share/providers/spamedica"],
  ["/services/x-ray-at-y", true, "/api/v1/share/services/x-ray-at-y"],
  ["/areas/constituency/carlisle", false, "/api/v1/share/site"],
  ["/areas", true, "/api/v1/share/site"],
  ["/areas/constituency/carlisle/list", true, "/api/v1/share/site"],
  ["/", true, "/api/v1/share/site"],
])("%s (usual count: %s) has the picture %s", (path, isUsual, expected) => {
  expect(sharePath(path, isUsual)).toBe(expected);
});
