import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;

async function listening({ app }: World) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/** Opens a live stream and gathers what it says. */
async function streamOf(port: number, who: Asker) {
  const said: string[] = [];
  const request = get({
    port,
    host: '127.0.0.1',
    path: '/api/stream',
    headers: { cookie: `__Host-session=${who.cookie}` },
  });
  onTestFinished(() => void request.destroy());
  await new Promise<void>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (answer) => {
      answer.on('data', (chunk) => said.push(String(chunk)));
      answer.once('data', () => resolve());
      answer.on('error', () => undefined);
    });
  });
  return () => said.join('');
}

test('whoever sees a record hears by its id that it changed; nobody else hears anything', async () => {
  const here = await world();
  const port = await listening(here);
  const own = await streamOf(port, here.liaison);
  const outside = await streamOf(port, here.lintan);

  const { id } = (await here.liaison.post('/api/complaints', anIntake())).json();
  await expect.poll(own).toContain(`"id":${id}`);

  expect(own()).not.toContain('虫夏');
  expect(outside()).not.toContain('dossier');
});
