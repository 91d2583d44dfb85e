import { UPLOAD_PIECE, UPLOAD_URL } from '#shared/files/file.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';

const TRIES = [0, 1000, 3000, 8000, 20_000];

/** Sends a file in pieces that go on where a broken line left off; answers the upload's name. Throws `Refusal` where the server will not have it. */
export async function upload(file: File, progress: (sent: number) => void): Promise<string> {
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: UPLOAD_URL,
      chunkSize: UPLOAD_PIECE,
      retryDelays: TRIES,
      storeFingerprintForResuming: false,
      onProgress: progress,
      onError: (error) => {
        const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined;
        if (status === 413) reject(new Refusal('too_large'));
        else if (status === 507) reject(new Refusal('storage_full'));
        else if (status === 429) reject(new Refusal('too_many'));
        else reject(error);
      },
      onSuccess: () => resolve((sending.url ?? '').split('/').pop() ?? ''),
    });
    sending.start();
  });
}
