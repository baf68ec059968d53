import { dataPath, settings } from "@/env";
import { bucketStore } from "@/server/file-store/bucket-store";
import { diskStore } from "@/server/file-store/disk-store";
import type { FileStore } from "@/server/file-store/file-store";

/** The store of this server: the data folder, or a bucket where one is set. */
export function fileStore(): FileStore {
  const { FILES_BUCKET, FILES_BUCKET_KEY_ID, FILES_BUCKET_SECRET, FILES_BUCKET_REGION } = settings();
  const [url, accessKeyId, secretAccessKey] = [FILES_BUCKET, FILES_BUCKET_KEY_ID, FILES_BUCKET_SECRET];
  if (!url || !accessKeyId || !secretAccessKey) return diskStore(dataPath("files"));
  return bucketStore({ url, accessKeyId, secretAccessKey, region: FILES_BUCKET_REGION });
}
