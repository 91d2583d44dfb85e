import type { Asker, world } from '#tests/support/world.ts';

/** Sends a file to be taken in, as the wizard does. */
export async function sendFile(
  { app }: Pick<Awaited<ReturnType<typeof world>>, 'app'>,
  who: Asker,
  name: string,
  bytes: Buffer,
) {
  const boundary = 'x-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return app.inject({
    method: 'POST',
    url: '/api/imports',
    payload,
    headers: {
      cookie: `__Host-session=${who.cookie}`,
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
}

/** Waits until an import has ended; answers it. */
export async function untilDone(who: Asker, id: number) {
  for (let tries = 0; tries < 600; tries += 1) {
    const now = (await who.get(`/api/imports/${id}`)).json();
    if (now.state !== 'running') return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import did not end');
}
